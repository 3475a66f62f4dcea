namespace DrInfra.Policies.Aws.MemoryDb;

internal readonly record struct MemoryDbCluster(Node Node)
{
    public StatedNumber ReplicasPerShard => new(Node["numReplicasPerShard"], 1);

    public DailySnapshots Snapshots => new(
        new StatedNumber(Node["snapshotRetentionLimit"], 0), Node["snapshotWindow"], "automatic backups are off: snapshotRetentionLimit is 0");

    /// <summary>The multi-Region cluster that it is in: its URN, or its name where another stack declares it; null where it is in none.</summary>
    public string? MultiRegionCluster(Estate estate)
    {
        var reference = estate.References.Follow(Node, "multiRegionClusterName", MemoryDbTypes.MultiRegionCluster);
        return reference.Target?.Urn ?? reference.Text;
    }
}
