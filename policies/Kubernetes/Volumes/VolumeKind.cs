namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>What a volume is made of.</summary>
internal enum VolumeKind
{
    /// <summary>Nothing tells, or nobody here knows the driver.</summary>
    Unknown,

    /// <summary>A volume of EBS.</summary>
    Block,

    /// <summary>A directory of an EFS file system.</summary>
    Files,

    /// <summary>An FSx file system.</summary>
    OtherFiles,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>A disk or directory of the node.</summary>
    NodeDisk,
}
