namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>Where the backups of a Cassandra cluster are kept: what the cluster states, over the configuration that it names.</summary>
/// <param name="Node">What states the bucket.</param>
/// <param name="Own">What the cluster states.</param>
/// <param name="Shared">What the configuration states; absent where none is named, or it is not declared.</param>
internal sealed record MedusaStorage(Node Node, Prop Own, Prop Shared)
{
    public Prop Bucket => Setting("bucketName");

    public Prop Region => Setting("region");

    public Prop Provider => Setting("storageProvider");

    /// <summary>The address of a service other than AWS.</summary>
    public Prop Host => Setting("host");

    /// <summary>A volume beside the cluster instead of a bucket.</summary>
    public Prop Volume => Setting("podStorage");

    /// <summary>How many backups are kept; absent or 0 where there is no limit.</summary>
    public Prop Count => Setting("maxBackupCount");

    /// <summary>How many days backups are kept; absent or 0 where there is no limit.</summary>
    public Prop Age => Setting("maxBackupAge");

    /// <summary>The storage of a cluster; null where it states none.</summary>
    public static MedusaStorage? Of(Estate estate, CassandraCluster cluster)
    {
        if (!cluster.Medusa.IsStated())
        {
            return null;
        }

        var (own, named) = (cluster.Medusa["storageProperties"], cluster.Medusa["medusaConfigurationRef"]["name"].Text);
        var configuration = named is null ? null : estate.OfType(CassandraTypes.Configuration).FirstOrDefault(node =>
            node["metadata"]["name"].Text == named && Pods.ClusterOf(node) == Pods.ClusterOf(cluster.Node));
        var shared = configuration is null ? default : configuration["spec"]["storageProperties"];
        return new MedusaStorage(own["bucketName"].IsAbsent && configuration is not null ? configuration : cluster.Node, own, shared);
    }

    private Prop Setting(string name) => Own[name] is { IsAbsent: false } own ? own : Shared[name];
}
