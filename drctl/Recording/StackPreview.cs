using DrInfra.Drctl.Emulation;
using DrInfra.Infra.Settings;
using DrInfra.Infra.Stacks;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Recording;

/// <summary>Previews a stack of the platform with no cloud account and no Pulumi CLI.</summary>
public static class StackPreview
{
    /// <summary>Runs the program with these settings, against the emulated cloud.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="asRecorded">
    /// Whether what needs an identity of the other stack is left out until it is recorded, as a deployment would; else one is invented, and the
    /// result says so.
    /// </param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ProblemsException">The settings are wrong, or the program or the cloud refuses them.</exception>
    public static async Task<StackPreviewResult> RunAsync(
        StackConfiguration configuration, bool asRecorded = false, CancellationToken cancellationToken = default)
    {
        var settings = PlatformSettingsReader.Read(configuration);
        var missing = asRecorded ? [] : EmulatedIdentities.Missing(settings);
        settings = settings with { Identities = settings.Identities.With(missing) };
        var cloud = new EmulatedCloud(new EmulatedAccount(settings.AccountId, configuration.Project, configuration.Stack));
        var graph = await ProgramRecorder.RecordAsync(configuration.Project, configuration.Stack, cloud, () => Platform.Deploy(settings), cancellationToken)
            .ConfigureAwait(false);
        DefaultProviders.Refuse(graph, configuration);
        graph = graph with { EmulatedIdentities = [.. missing.Select(one => EmulatedIdentities.NameOf(one.Identity))] };
        return new StackPreviewResult(graph, settings, [.. cloud.NotEmulated.Order(StringComparer.Ordinal)]);
    }
}
