using DrInfra.Drctl.Emulation;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Drctl.Recording;

/// <summary>
/// Identities of the other stack for a preview that has none recorded: those that the emulated cloud gives the other stack, so that the previews of
/// a pair fit together before anything is deployed.
/// </summary>
internal static class EmulatedIdentities
{
    /// <summary>Those that are not recorded, and that something here needs.</summary>
    public static IReadOnlyList<(RandomIdentity Identity, string Id)> Missing(PlatformSettings settings) => !settings.StreamsHere.Any() ? [] :
    [
        .. RandomIdentity.Of(settings, settings.OtherRole)
            .Where(identity => settings.Identities.Of(identity.Owner, identity.Name) is null)
            .Select(identity => (identity, IdOf(settings, identity))),
    ];

    /// <summary>How a list of them is shown.</summary>
    public static string NameOf(RandomIdentity identity) => $"{ResourceTags.RoleText(identity.Owner)} {identity.Name}";

    private static string IdOf(PlatformSettings settings, RandomIdentity identity)
    {
        var region = settings.Regions.Of(identity.Owner);
        var names = settings.Identity.Names;
        var clusters =
            from workload in settings.Workloads
            from stream in workload.Streams
            where RandomIdentity.Stream(workload, stream) == identity.Name
            select MskResources.ClusterArn(settings.AccountId, region, names.Stream(workload.Name, stream.Name, region));

        // A subnet is called by the letter of its zone in the program.
        return clusters.FirstOrDefault() ?? NetworkResources.SubnetId(settings.AccountId, region, $"data-subnet-{identity.Name[^1]}-{region}");
    }
}
