namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>Backups of a datacenter at times of its own.</summary>
internal readonly record struct MedusaSchedule(Node Node)
{
    public Prop Cron => Node["spec"]["cronSchedule"];

    public Prop Disabled => Node["spec"]["disabled"];

    public Prop Datacenter => Node["spec"]["backupSpec"]["cassandraDatacenter"];

    /// <summary>Whether it removes old backups instead of making new ones.</summary>
    private bool Purges => Node["spec"]["operationType"].Text == "purge";

    public string Name => Node["metadata"]["name"].Text ?? Node.Name;

    /// <summary>Whether it is for a datacenter: in its namespace, by its name. An entry of a cluster may be in another cluster of Kubernetes.</summary>
    public bool IsOf(CassandraDatacenter datacenter) => Datacenter.Text is { } name && name == datacenter.Name
        && (Pods.NamespaceOf(Node) is not { } own || datacenter.Namespace is not { } other || own == other)
        && (datacenter.Context.IsStated() || Pods.ClusterOf(Node) == Pods.ClusterOf(datacenter.Node));

    /// <summary>Those that make backups.</summary>
    public static IEnumerable<MedusaSchedule> AllIn(Estate estate) =>
        estate.OfType(CassandraTypes.BackupSchedule).Select(node => new MedusaSchedule(node)).Where(schedule => !schedule.Purges);

    /// <summary>Those that make backups of a datacenter, or may.</summary>
    public static IEnumerable<MedusaSchedule> Of(Estate estate, CassandraDatacenter datacenter) => AllIn(estate).Where(schedule => schedule.IsOf(datacenter));
}
