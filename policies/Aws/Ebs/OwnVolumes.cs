namespace DrInfra.Policies.Aws.Ebs;

/// <summary>Volumes of EBS: declared by themselves, or by a server beside the one that it starts from.</summary>
internal static class OwnVolumes
{
    /// <summary>Gigabytes of a volume; null where nothing tells.</summary>
    public static double? SizeGb(Node volume) => volume["size"].Number;

    /// <summary>Whether a volume may have a tag beside those that are known.</summary>
    public static bool MayHave(Node volume, string tag) => volume.Input("tags")[tag].IsUnknown;

    public static bool AreDeclared(Node server) => server["ebsBlockDevices"].Items.Count > 0;
}
