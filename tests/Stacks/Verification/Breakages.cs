using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Stacks.Verification;

/// <summary>Faults of the shipped pair that let two Regions be active, lose writes, or leave none that serves.</summary>
/// <param name="Workload">The workload that is not safe.</param>
/// <param name="Violated">What is violated.</param>
/// <param name="Apply">Makes it in the graphs of both stacks.</param>
/// <param name="Because">What is said to be different; null where the order of the plan's steps is.</param>
internal sealed record Breakage(
    string Workload, Invariant Violated, Func<ResourceGraph, ResourceGraph, (ResourceGraph Dev, ResourceGraph Dr)> Apply, string Because);

/// <summary>The breakages, by what they are called.</summary>
internal static class Breakages
{
    private const string Job = "Deployment::events-enrichment-eu-west-1";
    private const string Follower = "follower-deployment-eu-west-1";
    private const string AwayFollower = "follower-deployment-eu-central-1";
    private const string Leases = "shared-leases-table";
    private const string Beacon = "events-beacon-eu-west-1";
    private const string AwayBeacon = "events-beacon-eu-central-1";
    private const string EventsPlan = "events-region-switch-plan";
    private const string LedgerPlan = "ledger-region-switch-plan";
    private const string Pod = "spec/template/spec";
    private const string LedgerWork = "workflows/0/steps/0/parallelConfigs/0/steps/0";

    public static IReadOnlyDictionary<string, Breakage> All { get; } = new Dictionary<string, Breakage>(StringComparer.Ordinal)
    {
        ["no lease table"] = Lease(dev => dev.Without(Leases), "no table drinfra-main-shared-leases is declared"),
        ["lease table that is eventually consistent"] = Lease(
            dev => dev.With(Leases, "replicas/0/consistencyMode", "EVENTUAL").With(Leases, "globalTableWitness", null),
            "the lease table is not strongly consistent"),
        ["follower with a lease table of its own"] = Lease(
            dev => dev.Replacing(Follower, "drinfra-main-shared-leases", "drinfra-main-other-leases"), "use different lease tables"),
        ["gate without watcher"] = Lease(dev => dev.With(Job, $"{Pod}/initContainers/1", null), "it has no container lease-watch"),
        ["watcher that cannot end the job"] = Lease(dev => dev.With(Job, $"{Pod}/shareProcessNamespace", false), "its watcher cannot end the jobs"),
        ["watcher without gate"] = Lease(dev => dev.With(Job, $"{Pod}/initContainers/0", null), "it has no container lease-gate"),
        ["gate that asks for the lease of another workload"] = Lease(
            dev => dev.Replacing(Job, "\"name\":\"LEASE_WORKLOAD\",\"value\":\"events\"", "\"name\":\"LEASE_WORKLOAD\",\"value\":\"lake\""),
            "asks for the lease of lake"),
        ["gate that asks for the other Region"] = Lease(
            dev => dev.Replacing(Job, "\"name\":\"LEASE_REGION\",\"value\":\"eu-west-1\"", "\"name\":\"LEASE_REGION\",\"value\":\"eu-central-1\""),
            "asks whether eu-central-1 is permitted"),
        ["lease that is taken too soon"] = Lease(
            dev => dev.Replacing(
                Follower, "\"name\":\"LEASE_TAKES_AFTER_SECONDS\",\"value\":\"60\"", "\"name\":\"LEASE_TAKES_AFTER_SECONDS\",\"value\":\"45\""),
            "it takes a lease after 45 s"),
        ["permission that lasts longer than the other Region waits"] = Lease(
            dev => dev.Replacing(Job, "\"name\":\"LEASE_LASTS_SECONDS\",\"value\":\"30\"", "\"name\":\"LEASE_LASTS_SECONDS\",\"value\":\"50\""),
            "but a permission lasts 50 s"),
        ["job that does not follow"] = Lease(
            dev => dev.With(Job, "metadata/labels/dr.drinfra.io~1follows", null).With(Job, $"{Pod}/initContainers", null), "it has no label"),
        ["job that nobody starts"] = Lease(
            dev => dev.With(Job, "metadata/labels/dr.drinfra.io~1follows", null), "it has no label", Invariant.OneRegionServes),
        ["no follower in the standby"] = new(
            "events", Invariant.OneRegionServes, (dev, dr) => (dev, dr.Without(AwayFollower)), "no follower in eu-central-1 starts it"),
        ["followers of two beacons"] = new(
            "events", Invariant.OneRegionServes,
            (dev, dr) => (dev, dr.Replacing(AwayFollower, "events=active.events.main.data.example.com", "events=active.events.other.data.example.com")),
            "the followers read different beacons"),
        ["beacon that no step moves"] = Lease(
            dev => dev.With(EventsPlan, "workflows/0/steps/1", null), "no step moves active.events.main.data.example.com", Invariant.OneRegionServes),
        ["beacon that an endpoint's health moves"] = Plan(
            "events", dev => dev.Exchanging(Beacon, "events-endpoint-eu-west-1", "healthCheckId"), "does not use the health checks of",
            Invariant.OneSignalMovesNothing),
        ["plan that scales the job"] = Plan(
            "events", dev => dev.Replacing(EventsPlan, "\"name\":\"events-serving\"", "\"name\":\"events-enrichment\""), "which waits for the beacon",
            Invariant.OneRegionServes),
        ["follower that suspends serving pods"] = Plan(
            "events", dev => dev.With("Deployment::events-serving-eu-west-1", "metadata/labels/dr.drinfra.io~1follows", "beacon"),
            "it serves traffic, but its follower suspends it", Invariant.TrafficFollowsPods),
        ["traffic before promotion"] = Plan("ledger", Swapped, "it moves traffic before its database step is done", Invariant.TrafficFollowsPromotion),
        ["plan without a promotion"] = Plan(
            "ledger", dev => dev.With(LedgerPlan, LedgerWork, null), "no step promotes journal", Invariant.TrafficFollowsPromotion),
        ["promotion that needs both Regions"] = Plan(
            "ledger",
            dev => dev.With(LedgerPlan, $"{LedgerWork}/globalAuroraConfigs/0/ungracefuls", null)
                .With(LedgerPlan, $"{LedgerWork}/globalAuroraConfigs/0/behavior", "switchoverOnly"),
            "only switches over", Invariant.OneRegionServes),
        ["plan that moves no traffic"] = Plan(
            "ledger", dev => dev.With(LedgerPlan, "workflows/0/steps/1", null), "no step moves the traffic of", Invariant.OneRegionServes),
        ["traffic of a single writer by the endpoint's health"] = Plan(
            "ledger",
            dev => dev.Exchanging("ledger-endpoint-eu-west-1", "events-endpoint-eu-west-1", "healthCheckId")
                .Exchanging("ledger-endpoint-eu-central-1", "events-endpoint-eu-central-1", "healthCheckId")
                .With("ledger-endpoint-check-eu-west-1", "port", 8444).With("events-endpoint-check-eu-west-1", "fqdn", "ledger.eu-west-1.data.example.com")
                .With("events-endpoint-check-eu-central-1", "fqdn", "ledger.eu-central-1.data.example.com"),
            "it follows the health of the endpoint", Invariant.TrafficFollowsPromotion),
        ["trigger on one blind alarm"] = Plan("ledger", Triggered, "sees the other Region from eu-central-1 only", Invariant.OneSignalMovesNothing),
        ["plan that nobody may start"] = Plan(
            "ledger", dev => dev.Without("shared-failover-operator-policy", "shared-failover-operator-of-two-policy"), "no declared role lets people start it",
            Invariant.OneRegionServes),
        ["two writers"] = new(
            "ledger", Invariant.LossIsBounded,
            (dev, dr) => (dev, dr.With("ledger-journal-cluster-eu-central-1", "globalClusterIdentifier", null)), "neither has those of the other"),
        ["lag that nothing bounds"] = new(
            "ledger", Invariant.LossIsBounded,
            (dev, dr) => (
                dev.With("ledger-journal-parameters-eu-west-1", "parameters/1", null),
                dr.Without("ledger-journal-rpo-lag-eu-central-1", "ledger-journal-replication-lag-eu-central-1")),
            "nothing bounds how far the copy of journal is behind"),
    };

    private static Breakage Lease(Func<ResourceGraph, ResourceGraph> apply, string because, Invariant violated = Invariant.OneRegionPermits) =>
        new("events", violated, (dev, dr) => (apply(dev), dr), because);

    private static Breakage Plan(string workload, Func<ResourceGraph, ResourceGraph> apply, string because, Invariant violated) =>
        new(workload, violated, (dev, dr) => (apply(dev), dr), because);

    // The second step first.
    private static ResourceGraph Swapped(ResourceGraph dev)
    {
        var steps = Steps(dev);
        return dev.With(LedgerPlan, "workflows/0/steps", new JsonArray(steps[1]!.DeepClone(), steps[0]!.DeepClone()));
    }

    private static JsonArray Steps(ResourceGraph dev)
    {
        using var written = new MemoryStream();
        GraphFile.Write(dev, written);
        return JsonNode.Parse(written.ToArray())!["deployment"]!["resources"]!.AsArray()
            .Single(resource => resource!["urn"]!.GetValue<string>().EndsWith($"::{LedgerPlan}", StringComparison.Ordinal))!
            ["inputs"]!["workflows"]![0]!["steps"]!.AsArray();
    }

    private static ResourceGraph Triggered(ResourceGraph dev) => dev
        .With(LedgerPlan, "associatedAlarms/0", new JsonObject
        {
            ["alarmType"] = "trigger",
            ["mapBlockKey"] = "unreachable",
            ["resourceIdentifier"] = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:drinfra-main-ledger-unreachable-eu-central-1",
        })
        .With(LedgerPlan, "triggers", new JsonArray(new JsonObject
        {
            ["action"] = "activate",
            ["conditions"] = new JsonArray(new JsonObject { ["associatedAlarmName"] = "unreachable", ["condition"] = "red" }),
            ["minDelayMinutesBetweenExecutions"] = 60,
            ["targetRegion"] = "eu-central-1",
        }));
}
