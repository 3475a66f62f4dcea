namespace DrInfra.Policies.Kubernetes;

/// <summary>A node pool of Karpenter or EKS Auto Mode: which nodes may be made for pods, and how many.</summary>
internal readonly record struct NodePool(Node Node)
{
    /// <summary>The label that says in which zone a node is.</summary>
    public const string ZoneKey = "topology.kubernetes.io/zone";
    private const string CapacityKey = "karpenter.sh/capacity-type";

    public static readonly IReadOnlyList<string> Types = ["kubernetes:karpenter.sh/v1:NodePool", "kubernetes:karpenter.sh/v1beta1:NodePool"];

    private Prop Template => Node["spec"]["template"];

    /// <summary>Where its zones are stated; absent where it takes those of its node class.</summary>
    public Prop Zones => Requirement(ZoneKey);

    /// <summary>Kinds of capacity that it may take (<c>on-demand</c>, <c>spot</c>, <c>reserved</c>); absent where it states none.</summary>
    public Prop CapacityTypes => Requirement(CapacityKey);

    /// <summary>Whether it may take reserved capacity; null where only the deployment will tell.</summary>
    public bool? TakesReserved => CapacityTypes is { IsAbsent: true } ? true
        : CapacityTypes.Items.Any(item => item.Text == "reserved") ? true
        : CapacityTypes.IsUnknown || CapacityTypes.Items.Any(item => item.IsUnknown) ? null : false;

    /// <summary>Whether it takes Spot capacity alone; null where only the deployment will tell.</summary>
    public bool? IsOnlySpot => CapacityTypes.IsAbsent || CapacityTypes.Items.Any(item => item.Text is "on-demand" or "reserved") ? false
        : CapacityTypes.IsUnknown || CapacityTypes.Items.Any(item => item.IsUnknown) ? null : true;

    public Prop NodeClassName => Template["spec"]["nodeClassRef"]["name"];

    /// <summary>How much of a resource its nodes may have in all; absent where nothing limits them.</summary>
    /// <param name="resource"><c>cpu</c> or <c>memory</c>.</param>
    public Prop Limit(string resource) => Node["spec"]["limits"][resource];

    /// <summary>Whether pods may run on its nodes: they ask for no other pool or labels, and tolerate its taints.</summary>
    public bool Takes(Node pods)
    {
        var (spec, name) = (Pods.Spec(pods), Node["metadata"]["name"].Text);
        var wanted = spec["nodeSelector"]["karpenter.sh/nodepool"].Text;
        return (wanted is null || name is null || wanted == name)
            && NodeLabels.Fit(pods, Label)
            && Template["spec"]["taints"].Items.Where(taint => taint["effect"].Text is "NoSchedule" or "NoExecute")
                .All(taint => spec["tolerations"].Items.Any(toleration => Tolerates(toleration, taint)));
    }

    /// <summary>A label of its nodes: what it states as a requirement becomes one.</summary>
    public Prop Label(string key) => Template["metadata"]["labels"][key] is { IsAbsent: false } label ? label
        : Template["spec"]["requirements"] is { IsUnknown: true } unknown ? unknown
        : Template["spec"]["requirements"].Items.FirstOrDefault(requirement => requirement["key"].Text == key);

    private static bool Tolerates(Prop toleration, Prop taint) =>
        (toleration["key"].IsAbsent || toleration["key"].Text == taint["key"].Text)
        && (toleration["effect"].IsAbsent || toleration["effect"].Text == taint["effect"].Text)
        && (toleration["operator"].Text == "Exists" || toleration["value"].Text == taint["value"].Text);

    private Prop Requirement(string key) => Template["spec"]["requirements"] is { IsUnknown: true } unknown ? unknown
        : Template["spec"]["requirements"].Items
            .FirstOrDefault(requirement => requirement["key"].Text == key && requirement["operator"].Text == "In")["values"];
}
