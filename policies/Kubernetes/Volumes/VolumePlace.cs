namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>Where the data of a claim is.</summary>
/// <param name="From">What says so: a storage class, a volume, the claim.</param>
/// <param name="Driver">The driver or provisioner; null where there is none, or nothing tells.</param>
internal sealed record VolumePlace(VolumeKind Kind, Node From, string? Driver)
{
    /// <summary>What names the volume, file system or bucket; absent where the driver makes one for the claim.</summary>
    public Prop Property { get; init; }

    /// <summary>Its id or name without the path and the access point behind it; null where the driver makes one, or it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>Why nothing is known of it.</summary>
    public Reason? Unknown { get; init; }

    public static VolumePlace Untold(Node from, string property, string? why = null) =>
        new(VolumeKind.Unknown, from, null) { Unknown = why is null ? Reason.Unknown(from, property) : Reason.Uncertain(why, from, property) };

    /// <summary>Of a class that makes volumes.</summary>
    public static VolumePlace OfClass(Node node)
    {
        var provisioner = node["provisioner"];
        var kind = VolumeDrivers.KindOf(provisioner.Text);
        if (kind == VolumeKind.Unknown)
        {
            return Untold(node, "provisioner", provisioner.Text is { } other ? $"no reader knows what volumes of {other} survive" : null);
        }

        var place = new VolumePlace(kind, node, provisioner.Text);
        return kind == VolumeKind.Files ? place.Named(node["parameters"]["fileSystemId"]) : place;
    }

    /// <summary>Of a volume that the program declares.</summary>
    public static VolumePlace OfVolume(Node node) => Of(node, node["spec"]);

    /// <summary>Of what says where a volume is: a declared volume, or the volume of a pod.</summary>
    public static VolumePlace Of(Node node, Prop spec)
    {
        var (csi, ebs, nfs) = (spec["csi"], spec["awsElasticBlockStore"], spec["nfs"]);
        if (spec.IsUnknown)
        {
            return Untold(node, spec.Path);
        }

        if (csi.IsStated())
        {
            var kind = VolumeDrivers.KindOf(csi["driver"].Text);
            return kind == VolumeKind.Unknown
                ? Untold(node, csi["driver"].Path, csi["driver"].Text is { } other ? $"no reader knows what volumes of {other} survive" : null)
                : new VolumePlace(kind, node, csi["driver"].Text).Named(
                    kind == VolumeKind.Bucket ? csi["volumeAttributes"]["bucketName"] : csi["volumeHandle"]);
        }

        return ebs.IsStated() ? new VolumePlace(VolumeKind.Block, node, VolumeDrivers.InTreeEbs).Named(ebs["volumeID"])
            : nfs.IsStated() ? OfServer(node, nfs["server"])
            : spec["hostPath"].IsStated() || spec["local"].IsStated() ? new VolumePlace(VolumeKind.NodeDisk, node, null)
            : Untold(node, spec.Path, "no reader knows what holds its data");
    }

    // A server by its name: fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com.
    private static VolumePlace OfServer(Node node, Prop server) =>
        server.Text is { } name && name.Contains(".efs.", StringComparison.Ordinal) ? new VolumePlace(VolumeKind.Files, node, null).Named(server)
        : server.Text is { } other && other.Contains(".fsx.", StringComparison.Ordinal) ? new VolumePlace(VolumeKind.OtherFiles, node, null).Named(server)
        : Untold(node, server.Path, server.Text is { } host ? $"no reader knows what the NFS server {host} survives" : null);

    private VolumePlace Named(Prop property) => this with { Property = property, Id = property.Text is { Length: > 0 } text ? IdIn(text) : null };

    // fs-1::fsap-2, fs-1:/path, aws://eu-west-1a/vol-1, fs-1.efs.eu-west-1.amazonaws.com.
    private static string IdIn(string handle) => handle[(handle.LastIndexOf('/') is var at && handle.StartsWith("aws://", StringComparison.Ordinal)
        ? at + 1 : 0)..].Split(':', '.')[0];
}
