namespace DrInfra.Policies.Aws.Emr;

/// <summary>
/// A cluster of EMR on EC2: in one zone with all its nodes, and so with HDFS and with what its primary node keeps. Sources: Amazon EMR management
/// guide, "Amazon VPC options when you launch a cluster"; Amazon EMR release guide, "Configuring an external metastore for Hive".
/// </summary>
/// <param name="Node">The cluster.</param>
internal sealed record EmrCluster(Node Node)
{
    private readonly EmrConfiguration _configuration = new(Node);

    /// <summary>Whether it waits for more steps when its own are done; it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? IsLongRunning => KeepsAlive.IsUnknown ? null : KeepsAlive.Flag ?? true;

    /// <summary>Why its configuration cannot be read; null where it can.</summary>
    public Reason? Unread => _configuration.Unread;

    /// <summary>What states the configuration.</summary>
    public string Path => _configuration.Path;

    public bool RunsHBase => Runs("HBase");

    /// <summary>Whether the tables of Hive are described in a database on its primary node, which is the default; null where that is not known.</summary>
    public bool? KeepsItsMetastore => !Runs("Hive") ? false
        : Unread is not null ? null
        : _configuration["hive-site", "hive.metastore.client.factory.class"].IsAbsent
            && _configuration["hive-site", "javax.jdo.option.ConnectionURL"].IsAbsent && _configuration["hive-site", "hive.metastore.uris"].IsAbsent;

    /// <summary>Where its bootstrap actions and its steps are.</summary>
    public IEnumerable<Prop> Code =>
        [.. Node["bootstrapActions"].Items.Select(action => action["path"]), .. Node["steps"].Items.Select(step => step["hadoopJarStep"]["jar"])];

    /// <summary>The first argument of its steps that names HDFS; absent where none does.</summary>
    public Prop WritesToHdfs => Node["steps"].Items.SelectMany(step => step["hadoopJarStep"]["args"].Items)
        .FirstOrDefault(argument => argument.Text?.Contains("hdfs:", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>All clusters, by URN.</summary>
    public static IEnumerable<EmrCluster> All(Estate estate) => estate.OfType(EmrTypes.Cluster).Select(node => new EmrCluster(node));

    private Prop KeepsAlive => Node["keepJobFlowAliveWhenNoSteps"];

    private bool Runs(string application) =>
        Node["applications"].Items.Any(name => string.Equals(name.Text, application, StringComparison.OrdinalIgnoreCase));
}
