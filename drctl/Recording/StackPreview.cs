using DrInfra.Drctl.Emulation;
using DrInfra.Infra.Settings;
using DrInfra.Infra.Stacks;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Recording;

/// <summary>Previews a stack of the platform with no cloud account and no Pulumi CLI.</summary>
public static class StackPreview
{
    /// <summary>Runs the program with these settings, against the emulated cloud.</summary>
    /// <exception cref="ProblemsException">The settings are wrong, or the program or the cloud refuses them.</exception>
    public static async Task<StackPreviewResult> RunAsync(StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        var settings = PlatformSettingsReader.Read(configuration);
        var cloud = new EmulatedCloud(new EmulatedAccount(settings.AccountId, configuration.Project, configuration.Stack));
        var graph = await ProgramRecorder.RecordAsync(configuration.Project, configuration.Stack, cloud, () => Platform.Deploy(settings), cancellationToken)
            .ConfigureAwait(false);
        DefaultProviders.Refuse(graph, configuration);
        return new StackPreviewResult(graph, settings, [.. cloud.NotEmulated.Order(StringComparer.Ordinal)]);
    }
}
