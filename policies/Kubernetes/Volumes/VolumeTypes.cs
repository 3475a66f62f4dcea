namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>Type tokens of what claims and provides volumes.</summary>
public static class VolumeTypes
{
    public const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";
    public const string Volume = "kubernetes:core/v1:PersistentVolume";

    internal static readonly IReadOnlyList<string> StorageClasses =
        ["kubernetes:storage.k8s.io/v1:StorageClass", "kubernetes:storage.k8s.io/v1beta1:StorageClass"];

    internal static readonly IReadOnlyList<string> SnapshotClasses =
        ["kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass", "kubernetes:snapshot.storage.k8s.io/v1beta1:VolumeSnapshotClass"];
}
