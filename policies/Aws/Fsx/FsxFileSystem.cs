using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Fsx;

internal readonly record struct FsxFileSystem(Node Node)
{
    public double? StorageGb => Node["storageCapacity"].Number;

    public Prop Deployment => Node["deploymentType"];

    public bool SpansZones => Begins("MULTI_AZ");

    /// <summary>Whether its storage goes with a server: Lustre is scratch where nothing is stated.</summary>
    public bool IsScratch => Begins("SCRATCH") || (!Deployment.IsStated() && Node.Type == FsxTypes.LustreFileSystem);

    /// <summary>Off where nothing is stated, but for Windows.</summary>
    public DailySnapshots Backups => new(
        new StatedNumber(Node["automaticBackupRetentionDays"], Node.Type == FsxTypes.WindowsFileSystem ? FactBook.Number("fsx-windows-backup-default") : 0),
            default, "automatic backups are off");

    private bool Begins(string kind) => Deployment.Text?.StartsWith(kind, StringComparison.Ordinal) == true;
}
