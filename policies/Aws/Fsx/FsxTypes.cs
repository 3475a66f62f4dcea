namespace DrInfra.Policies.Aws.Fsx;

/// <summary>Type tokens of the provider's module <c>aws:fsx</c>.</summary>
public static class FsxTypes
{
    public const string Backup = "aws:fsx/backup:Backup";
    public const string LustreFileSystem = "aws:fsx/lustreFileSystem:LustreFileSystem";
    public const string OntapFileSystem = "aws:fsx/ontapFileSystem:OntapFileSystem";
    public const string OntapVolume = "aws:fsx/ontapVolume:OntapVolume";
    public const string OpenZfsFileSystem = "aws:fsx/openZfsFileSystem:OpenZfsFileSystem";
    public const string OpenZfsVolume = "aws:fsx/openZfsVolume:OpenZfsVolume";
    public const string WindowsFileSystem = "aws:fsx/windowsFileSystem:WindowsFileSystem";
}
