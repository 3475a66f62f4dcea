namespace DrInfra.Policies.Aws.S3;

/// <summary>The storage classes whose objects must be restored, for hours, before they can be read.</summary>
internal static class ArchiveClasses
{
    public static bool Contains(string? storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE";
}
