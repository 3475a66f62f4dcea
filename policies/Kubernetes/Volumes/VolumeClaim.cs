namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>
/// A claim on a volume: an object of its own, or a template of a stateful set, which makes one claim for every pod. Pods that name a server
/// or a volume of EBS themselves claim it too.
/// </summary>
/// <param name="Node">The claim, the stateful set, or what makes the pods.</param>
/// <param name="Name">Of the claim, of the template, or of the volume in the pod.</param>
/// <param name="Spec">What it asks for.</param>
/// <param name="Place">Where its data is.</param>
internal sealed record VolumeClaim(Node Node, string Name, Prop Spec, VolumePlace Place)
{
    private const decimal BytesOfGigabyte = 1e9m;

    /// <summary>The volume that is declared for it; null where a driver makes one.</summary>
    public Node? Volume { get; init; }

    /// <summary>The class that makes its volume; null where there is none, or it is not declared.</summary>
    public Node? Class { get; init; }

    /// <summary>Whatever mounts it, with the name by which it does.</summary>
    public IReadOnlyList<VolumeUse> Users { get; init; } = [];

    public bool IsTemplate => Node.Type != VolumeTypes.Claim;

    public string? Namespace => Pods.NamespaceOf(Node);

    /// <summary>How much it asks for, in GB; null where it does not say.</summary>
    public double? SizeGb => (double?)(Quantity.Of(Spec["resources"]["requests"]["storage"]) / BytesOfGigabyte);

    /// <summary>Whether a claim has a label: a set gives its own claims those of its selector too.</summary>
    public Prop Label(string key) => !IsTemplate ? Node["metadata"]["labels"][key]
        : Templates.FirstOrDefault(template => template["metadata"]["name"].Text == Name)["metadata"]["labels"][key] is { IsAbsent: false } own ? own
        : Node["spec"]["selector"]["matchLabels"][key];

    private IReadOnlyList<Prop> Templates => Node["spec"]["volumeClaimTemplates"].Items;

    /// <summary>Whether the volume is kept when the claim is deleted; null where it is not known.</summary>
    public bool? IsKept => Volume is { } volume ? Kept(volume["spec"]["persistentVolumeReclaimPolicy"], unstated: true)
        : Class is { } storage ? Kept(storage["reclaimPolicy"], unstated: false)
        : null;

    /// <summary>What says whether it is kept.</summary>
    public (Node Node, string Property) KeptBy => Volume is { } volume ? (volume, "spec.persistentVolumeReclaimPolicy")
        : Class is { } storage ? (storage, "reclaimPolicy")
        : (Node, "spec.storageClassName");

    // A class deletes where nothing is stated, a declared volume is retained.
    private static bool? Kept(Prop policy, bool unstated) => policy.IsUnknown ? null : policy.IsAbsent ? unstated : policy.Text == "Retain";
}
