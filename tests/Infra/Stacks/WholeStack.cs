using System.Collections.Immutable;
using DrInfra.Infra.Settings;
using DrInfra.Infra.Stacks;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Stacks;

/// <summary>All that a stack declares.</summary>
internal static class WholeStack
{
    public static Task<Declarations> PrimaryAsync(params (string Key, string? Value)[] changes) => OfAsync(Configurations.PrimarySettings(changes));

    public static Task<Declarations> StandbyAsync(params (string Key, string? Value)[] changes) => OfAsync(Configurations.StandbySettings(changes));

    private static Task<Declarations> OfAsync(PlatformSettings settings) => Declarations.OfAsync(
        () => Platform.Deploy(settings),
        args => ImmutableDictionary<string, object>.Empty.Add("planArn", args.Args["planArn"]).Add("healthChecks", Checks(settings)));

    // What plans hand out for each record, in both Regions.
    private static ImmutableArray<object> Checks(PlatformSettings settings) =>
    [
        .. from workload in settings.Workloads
           from record in RecordsOf(settings, workload)
           from region in new[] { settings.Regions.Primary, settings.Regions.Standby }
           select ImmutableDictionary<string, object>.Empty
               .Add("healthCheckId", $"check-of-{record}-{region}")
               .Add("hostedZoneId", settings.Dns!.ZoneId)
               .Add("recordName", $"{record}.")
               .Add("region", region)
               .Add("status", "unknown"),
    ];

    private static IEnumerable<string> RecordsOf(PlatformSettings settings, WorkloadSettings workload)
    {
        var names = settings.Identity.Names;
        string[] endpoint = workload.Endpoint is null ? [] : [names.Endpoint(workload)];
        return workload.Pipelines.Count == 0 ? endpoint : [.. endpoint, names.Beacon(workload)];
    }
}
