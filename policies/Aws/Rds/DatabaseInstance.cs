namespace DrInfra.Policies.Aws.Rds;

/// <summary>A database of RDS: an instance, or a Multi-AZ DB cluster.</summary>
internal readonly record struct DatabaseInstance(Node Node)
{
    /// <summary>Whether an instance has a synchronous standby in another zone; it has none where nothing is stated.</summary>
    public Prop MultiAz => Node["multiAz"];

    /// <summary>Gigabytes of storage; null where nothing tells.</summary>
    public double? AllocatedStorage => Node["allocatedStorage"].Number;

    /// <summary>The resources that copy its automated backups to other Regions.</summary>
    public IReadOnlyList<Node> CopiedBackups(Estate estate) =>
        estate.UsersOf(Node, RdsTypes.InstanceAutomatedBackupsReplication, AutomatedBackups.SourceProperty);
}
