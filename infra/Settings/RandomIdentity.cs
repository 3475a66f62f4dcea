using System.Text.RegularExpressions;
using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>
/// An identity that a service makes up, and that the stack of the other Region needs. It cannot be computed, and no stack reads the other one:
/// it is recorded in the other stack's settings, once it is there.
/// </summary>
/// <param name="Owner">Whose stack declares what has it.</param>
/// <param name="Name">Kind and name, as in <c>stream/events-feed</c>.</param>
/// <param name="Form">What it looks like.</param>
/// <param name="Allowed">The same in words.</param>
public sealed record RandomIdentity(StackRole Owner, string Name, Regex Form, string Allowed)
{
    /// <summary>The name of a stream's cluster.</summary>
    public static string Stream(WorkloadSettings workload, StoreSettings stream) => $"stream/{workload.Name}-{stream.Name}";

    /// <summary>The name of the data subnet of a zone.</summary>
    public static string DataSubnet(string zone) => $"subnet/data-{zone}";

    /// <summary>Those of a stack, in the order of the settings. What the sizing leaves out counts: it comes back with another sizing.</summary>
    public static IReadOnlyList<RandomIdentity> Of(PlatformSettings settings, StackRole owner)
    {
        var region = settings.Regions.Of(owner);
        var streams = (
            from workload in settings.Workloads
            where workload.Tier.Strategy != Strategy.BackupRestore
            from stream in workload.Stores.Concat(workload.LeftOut).OfType<StreamStore>()
            select Cluster(settings, owner, region, workload, stream)).ToList();
        var network = settings.NetworkOf(owner);
        return streams.Count == 0 || network is not NewNetwork ? streams : [.. streams, .. network.Zones.Select(zone => Subnet(owner, zone))];
    }

    private static RandomIdentity Cluster(PlatformSettings settings, StackRole owner, string region, WorkloadSettings workload, StreamStore stream)
    {
        var prefix = $"arn:aws:kafka:{region}:{settings.AccountId}:cluster/{settings.Identity.Names.Stream(workload.Name, stream.Name, region)}/";
        return new RandomIdentity(
            owner, Stream(workload, stream), new Regex($@"^{Regex.Escape(prefix)}[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}-[0-9]{{1,3}}\z"),
            $"the ARN of the MSK cluster, {prefix}...");
    }

    private static RandomIdentity Subnet(StackRole owner, string zone) =>
        new(owner, DataSubnet(zone), SettingsPatterns.SubnetId, "the id of a subnet, subnet-...");
}
