using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>What may rightly differ between a resource and its like in the other Region. Everything else must be alike.</summary>
internal static class MayDiffer
{
    private const string Any = "*";

    // Type, property (with its parts where it is nested, without list positions), reason.
    private static readonly (string Type, string Property, string Reason)[] Properties =
    [
        (Any, "description", "text for people"),
        (Any, "cidrBlock", "ranges of the two Regions are disjoint"),
        (Any, "cidrBlocks", "ranges of the two Regions are disjoint"),
        (Any, "cidrIpv4", "ranges of the two Regions are disjoint"),
        (Any, "cidrIpv6", "ranges of the two Regions are disjoint"),
        (Any, "ipv6CidrBlock", "ranges of the two Regions are disjoint"),
        (Any, "availabilityZone", "zones have other names in another Region"),
        (Any, "availabilityZones", "zones have other names in another Region"),
        (Any, "availabilityZoneId", "zones have other names in another Region"),
        (Any, "preferredMaintenanceWindow", "the two Regions are best not changed at the same time"),
        (Any, "preferredBackupWindow", "each Region has its own quiet hours"),
        (Any, "maintenanceWindow", "the two Regions are best not changed at the same time"),
        (Any, "instanceClass", "the strategy of recovery sizes the standby"),
        (Any, "instanceType", "the strategy of recovery sizes the standby"),
        (Any, "nodeType", "the strategy of recovery sizes the standby"),
        (Any, "imageId", "an image has another id in another Region"),
        (Any, "ami", "an image has another id in another Region"),
        (AutoScalingTypes.Group, "minSize", "the strategy of recovery sizes the standby"),
        (AutoScalingTypes.Group, "desiredCapacity", "the strategy of recovery sizes the standby"),
        (DataSyncTypes.Task, "schedule", "of two Regions that hold the data the active one copies"),
        (DataSyncTypes.ObjectStorageLocation, "agentArns", "each Region has its own agents"),
        (EcsTypes.Service, "desiredCount", "the strategy of recovery sizes the standby"),
        (EksTypes.NodeGroup, "scalingConfig", "the strategy of recovery sizes the standby"),
        (RdsTypes.Cluster, "serverlessv2ScalingConfiguration", "the strategy of recovery sizes the standby"),
        (RdsTypes.Cluster, "databaseName", "a secondary gets its databases from the primary"),
        (RdsTypes.Cluster, "masterUsername", "a secondary gets its users from the primary"),
        (RdsTypes.Cluster, "masterPassword", "a secondary gets its users from the primary"),
        (RdsTypes.Cluster, "sourceRegion", "only a secondary has a source"),
        (RdsTypes.Cluster, "replicationSourceIdentifier", "only a secondary has a source"),
        (RdsTypes.Instance, "dbName", "a replica gets its databases from the primary"),
        (RdsTypes.Instance, "username", "a replica gets its users from the primary"),
        (RdsTypes.Instance, "password", "a replica gets its users from the primary"),
        (RdsTypes.Instance, "replicateSourceDb", "only a replica has a source"),
        (Route53Types.Record, "aliases.zoneId", "load balancers have another hosted zone in each Region"),
        (Route53Types.Record, "failoverRoutingPolicies", "of two failover records one is the secondary"),
        (CloudWatchTypes.CompositeAlarm, "alarmRule", "a store without a standby has no alarm there"),
        (CloudWatchTypes.MetricAlarm, "treatMissingData", "a metric of one direction has no data in the Region that is written to"),
        (SsmTypes.Parameter, "insecureValue.role", "the manifest states its own role"),
        (SsmTypes.Parameter, "value.role", "the manifest states its own role"),
        (SsmTypes.Parameter, "insecureValue.failover", "the stack of a Region that is down cannot be updated"),
        (SsmTypes.Parameter, "value.failover", "the stack of a Region that is down cannot be updated"),
        (Any, "cidr", "ranges of the two Regions are disjoint"),
        (Any, "except", "ranges of the two Regions are disjoint"),
        (Any, "minReplicas", "the strategy of recovery sizes the standby"),
        (Any, "minReplicaCount", "the strategy of recovery sizes the standby"),
        (Any, "replicas", "the strategy of recovery sizes the standby"),
        (S3Types.BucketObjectv2, "source", "each stack may build its own archive"),
    ];

    // Type, property, what an item of that list contains, reason.
    private static readonly (string Type, string Property, string Part, string Reason)[] Items =
    [
        (RdsTypes.ClusterParameterGroup, "parameters", "rds.global_db_rpo", "takes effect in the primary's group only"),
        (S3Types.BucketPolicy, "policy.Statement", "reports.backup.amazonaws.com", "backup reports go to one Region"),
    ];

    // These name the pair itself, the same in both Regions.
    private static readonly (string Type, string Property)[] Absolute =
    [
        (SsmTypes.Parameter, "insecureValue.regions"),
        (SsmTypes.Parameter, "value.regions"),
    ];

    // Of all tags only these say what recovery goes by; others may name a stack, a role or a cost centre. The last is a group's own: it
    // gives its tags to its servers.
    private static readonly string[] ComparedTags = ["dr:pair", "dr:workload", "dr:tier", "dr:owner", "dr:region", "propagateAtLaunch"];

    // Of the labels of Kubernetes these alone: by most others objects are found.
    private static readonly string[] OtherLabels = ["dr.drinfra.io/role", "dr.drinfra.io/environment", "app.kubernetes.io/instance"];

    private static readonly HashSet<string> OfAnyType = [.. Properties.Where(entry => entry.Type == Any).Select(entry => entry.Property)];

    private static readonly ILookup<string, string> OfType = Properties.Where(entry => entry.Type != Any)
        .ToLookup(entry => entry.Type, entry => entry.Property);

    public static bool Property(string type, string path) =>
        Tag(path) || Array.Exists(OtherLabels, label => path.EndsWith(label, StringComparison.Ordinal))
            || OfAnyType.GetAlternateLookup<ReadOnlySpan<char>>().Contains(LastPart(path)) || WithinAny(path, OfType[type]);

    public static bool HasItems(string type, string path) => Array.Exists(Items, entry => entry.Type == type && entry.Property == path);

    public static bool Item(string type, string path, string text) =>
        Array.Exists(Items, entry => entry.Type == type && entry.Property == path && text.Contains(entry.Part, StringComparison.Ordinal));

    public static bool IsAbsolute(string type, string path) =>
        Array.Exists(Absolute, entry => entry.Type == type && Within(path, entry.Property));

    private static bool Tag(string path)
    {
        var at = path.IndexOf("tags.", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || path[at - 1] == '.') && !ComparedTags.Contains(path[(at + 5)..], StringComparer.Ordinal);
    }

    private static bool Within(string path, string property) =>
        path.StartsWith(property, StringComparison.Ordinal) && (path.Length == property.Length || path[property.Length] == '.');

    private static bool WithinAny(string path, IEnumerable<string> properties)
    {
        foreach (var property in properties)
        {
            if (Within(path, property))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LastPart(string path) => path.AsSpan(path.LastIndexOf('.') + 1);
}
