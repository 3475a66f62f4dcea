namespace DrInfra.Tests.Mutants.Exempt;

internal static class DatabasesExemptions
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string ClusterInstance = "aws:rds/clusterInstance:ClusterInstance";
    private const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    private const string ParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    private const string SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";
    private const string Table = "aws:dynamodb/table:Table";

    private const string KeyspaceTable = "aws:keyspaces/table:Table";
    private const string OfKeyspaces = "Of a table in several Regions the service chooses the same where nothing is stated.";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new($"{Cluster} databaseName", "The name inside is between the cluster and its clients; a changed one replaces the cluster, which protect stops."),
        new($"{Cluster} preferredBackupWindow",
            "Aurora backs up without pause; the window only places the daily mark, and the service refuses one that meets maintenance."),
        new($"{Cluster} option:customTimeouts", "How long an update is waited for changes nothing of what is deployed or of a failover."),
        new($"{GlobalCluster} option:customTimeouts", "How long an update is waited for changes nothing of what is deployed or of a failover."),
        new($"{GlobalCluster} option:ignoreChanges.engineVersion",
            "An upgrade declared on the global cluster is the documented way; only on members it must be ignored."),
        new($"{ClusterInstance} copyTagsToSnapshot", "Aurora takes this from the cluster and ignores it on an instance."),
        new($"{ClusterInstance} identifier", "Clients use the cluster's endpoint, never an instance's."),
        new($"{ClusterInstance} promotionTier", "Tier 0 is what holds where none is stated; a tier that is too high is noticed."),
        new($"{ParameterGroup} name", "Databases follow the group by reference; the name is no contract."),
        new($"{ParameterGroup} description", "A text for people."),
        new($"{ParameterGroup} parameters[].applyMethod", "Immediate is the default, and the service refuses a word that it does not know."),
        new($"{SubnetGroup} name", "Databases follow the group by reference; the name is no contract."),
        new($"{SubnetGroup} description", "A text for people."),
        new($"{KeyspaceTable} schemaDefinition*", "The service refuses keys that no column declares; another schema replaces the table, which protect stops."),
        new($"{KeyspaceTable} defaultTimeToLive", "How long rows are wanted nobody states; of a table in two Regions it cannot change after the creation."),
        new("aws:msk/cluster:Cluster brokerNodeGroupInfo.instanceType", "The service refuses a type that it does not know; no source ties a size to a rate."),
        new("aws:msk/configuration:Configuration description", "A text for people."),
        new("aws:msk/replicator:Replicator description", "A text for people."),
        new("aws:glue/catalogDatabase:CatalogDatabase description", "A text for people."),
        new("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy (deleted)", "Without it other queues may send their dead letters there, too: none is lost."),
        new($"{KeyspaceTable} capacitySpecification", OfKeyspaces),
        new($"{KeyspaceTable} clientSideTimestamps", OfKeyspaces),
        new($"{KeyspaceTable} encryptionSpecification", OfKeyspaces),
        new($"{Table} attributes*", "The service refuses keys that the attributes do not declare; a changed key replaces the table, which protect stops."),
        new($"{Table} hashKey", "A changed key replaces the table, which protect stops."),
        new($"{Table} rangeKey", "A changed key replaces the table, which protect stops."),
        new($"{Table} ttl", "Without expiry items stay longer, in every copy."),
        new($"{Table} ttl.enabled", "Without expiry items stay longer, in every copy."),
    ];
}
