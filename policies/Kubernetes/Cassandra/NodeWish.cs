namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>A label that nodes must have.</summary>
/// <param name="Key">Its name; null where only the deployment will tell.</param>
/// <param name="Values">The values that do.</param>
internal sealed record NodeWish(string? Key, IReadOnlyList<Prop> Values)
{
    // What the kubelet, EKS and the driver of EBS call the zone of a node.
    private static readonly string[] ZoneNames =
        [NodePool.ZoneKey, "failure-domain.beta.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone"];

    private static readonly string[] RegionNames = ["topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region"];

    /// <summary>Whether it names zones, by name or by the id that all accounts have in common.</summary>
    public bool IsOfZones => ZoneNames.Contains(Key) || Key == "topology.k8s.aws/zone-id";

    public bool IsOfRegions => RegionNames.Contains(Key);

    /// <summary>Why only the deployment will tell; absent where all is known.</summary>
    public Prop Unknown => Values.FirstOrDefault(value => value.IsUnknown);

    /// <summary>The values that are known.</summary>
    public IEnumerable<string> Known => Values.Select(value => value.Text).OfType<string>();

    public static NodeWish Of(string key, Prop value) => new(key, [value]);
}
