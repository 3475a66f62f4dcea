namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>The drivers and provisioners of volumes that are known here.</summary>
internal static class VolumeDrivers
{
    public const string Ebs = "ebs.csi.aws.com";

    /// <summary>Of EKS Auto Mode.</summary>
    public const string AutoModeEbs = "ebs.csi.eks.amazonaws.com";

    /// <summary>Built into Kubernetes; its volumes are made by the driver of EBS today.</summary>
    public const string InTreeEbs = "kubernetes.io/aws-ebs";

    private static readonly Dictionary<string, VolumeKind> Kinds = new(StringComparer.Ordinal)
    {
        [Ebs] = VolumeKind.Block,
        [AutoModeEbs] = VolumeKind.Block,
        [InTreeEbs] = VolumeKind.Block,
        ["efs.csi.aws.com"] = VolumeKind.Files,
        ["fsx.csi.aws.com"] = VolumeKind.OtherFiles,
        ["fsx.openzfs.csi.aws.com"] = VolumeKind.OtherFiles,
        ["s3.csi.aws.com"] = VolumeKind.Bucket,
        ["kubernetes.io/no-provisioner"] = VolumeKind.NodeDisk,
        ["rancher.io/local-path"] = VolumeKind.NodeDisk,
        ["local.csi.openebs.io"] = VolumeKind.NodeDisk,
    };

    public static VolumeKind KindOf(string? driver) => driver is null ? VolumeKind.Unknown : Kinds.GetValueOrDefault(driver);
}
