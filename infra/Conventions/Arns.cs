namespace DrInfra.Infra.Conventions;

/// <summary>ARNs made of account, Region and name: what one stack may know of the other.</summary>
public static class Arns
{
    /// <summary>A bucket.</summary>
    public static string Bucket(string name) => $"arn:aws:s3:::{name}";

    /// <summary>All objects of a bucket.</summary>
    public static string Objects(string bucket) => $"arn:aws:s3:::{bucket}/*";

    /// <summary>An access point of a bucket, in one Region.</summary>
    public static string AccessPoint(string region, string accountId, string name) => $"arn:aws:s3:{region}:{accountId}:accesspoint/{name}";

    /// <summary>The Glue Data Catalog of a Region.</summary>
    public static string Catalogue(string region, string accountId) => $"arn:aws:glue:{region}:{accountId}:catalog";

    /// <summary>A database of it.</summary>
    public static string CatalogueDatabase(string region, string accountId, string name) => $"arn:aws:glue:{region}:{accountId}:database/{name}";

    /// <summary>All tables of a database of it.</summary>
    public static string CatalogueTables(string region, string accountId, string database) => $"arn:aws:glue:{region}:{accountId}:table/{database}/*";

    /// <summary>A schema registry.</summary>
    public static string SchemaRegistry(string region, string accountId, string name) => $"arn:aws:glue:{region}:{accountId}:registry/{name}";

    /// <summary>All schemas of a registry.</summary>
    public static string Schemas(string region, string accountId, string registry) => $"arn:aws:glue:{region}:{accountId}:schema/{registry}/*";

    /// <summary>A role.</summary>
    public static string Role(string accountId, string name) => $"arn:aws:iam::{accountId}:role/{name}";

    /// <summary>Every identity of an account that its own policies allow.</summary>
    public static string AccountRoot(string accountId) => $"arn:aws:iam::{accountId}:root";

    /// <summary>The keys of an account in a Region: key ids are random, so a condition on the alias narrows it down.</summary>
    public static string AnyKey(string region, string accountId) => $"arn:aws:kms:{region}:{accountId}:key/*";

    /// <summary>A database cluster.</summary>
    public static string Cluster(string region, string accountId, string identifier) => $"arn:aws:rds:{region}:{accountId}:cluster:{identifier}";

    /// <summary>A global database, which is in no Region.</summary>
    public static string GlobalCluster(string accountId, string identifier) => $"arn:aws:rds::{accountId}:global-cluster:{identifier}";

    /// <summary>A table, in one Region.</summary>
    public static string Table(string region, string accountId, string name) => $"arn:aws:dynamodb:{region}:{accountId}:table/{name}";

    /// <summary>A cluster of Kafka. An id that MSK makes ends its ARN; its name is the account's, so that narrows it down.</summary>
    public static string Kafka(string region, string accountId, string name) => $"arn:aws:kafka:{region}:{accountId}:cluster/{name}/*";

    /// <summary>A topic of a cluster of Kafka, or those that a pattern takes.</summary>
    public static string KafkaTopic(string region, string accountId, string cluster, string topic) =>
        $"arn:aws:kafka:{region}:{accountId}:topic/{cluster}/*/{topic}";

    /// <summary>A consumer group of a cluster of Kafka, or those that a pattern takes.</summary>
    public static string KafkaGroup(string region, string accountId, string cluster, string group) =>
        $"arn:aws:kafka:{region}:{accountId}:group/{cluster}/*/{group}";

    /// <summary>A table of Keyspaces, in one Region.</summary>
    public static string KeyspaceTable(string region, string accountId, string keyspace, string table) =>
        $"arn:aws:cassandra:{region}:{accountId}:/keyspace/{keyspace}/table/{table}";

    /// <summary>What Keyspaces tells of itself in a Region, to be read only.</summary>
    public static string SystemKeyspaces(string region, string accountId) => $"arn:aws:cassandra:{region}:{accountId}:/keyspace/system*";

    /// <summary>A parameter; its name begins with a slash.</summary>
    public static string Parameter(string region, string accountId, string name) => $"arn:aws:ssm:{region}:{accountId}:parameter{name}";

    /// <summary>A topic.</summary>
    public static string Topic(string region, string accountId, string name) => $"arn:aws:sns:{region}:{accountId}:{name}";

    /// <summary>A queue.</summary>
    public static string Queue(string region, string accountId, string name) => $"arn:aws:sqs:{region}:{accountId}:{name}";

    /// <summary>An alarm.</summary>
    public static string Alarm(string region, string accountId, string name) => $"arn:aws:cloudwatch:{region}:{accountId}:alarm:{name}";

    /// <summary>A backup vault.</summary>
    public static string BackupVault(string region, string accountId, string name) => $"arn:aws:backup:{region}:{accountId}:backup-vault:{name}";

    /// <summary>An EKS cluster.</summary>
    public static string KubernetesCluster(string region, string accountId, string name) => $"arn:aws:eks:{region}:{accountId}:cluster/{name}";

    /// <summary>The access entries of an EKS cluster.</summary>
    public static string AccessEntries(string region, string accountId, string cluster) => $"arn:aws:eks:{region}:{accountId}:access-entry/{cluster}/*";

    /// <summary>The registry of an account in a Region, as images name it.</summary>
    public static string Registry(string region, string accountId) => $"{accountId}.dkr.ecr.{region}.amazonaws.com";

    /// <summary>A Region-switch plan. It is in no Region, and six random characters end its ARN; its name is the account's, so that narrows it down.</summary>
    public static string RegionSwitchPlan(string accountId, string name) => $"arn:aws:arc-region-switch::{accountId}:plan/{name}:*";

    /// <summary>A state machine.</summary>
    public static string StateMachine(string region, string accountId, string name) => $"arn:aws:states:{region}:{accountId}:stateMachine:{name}";

    /// <summary>A schedule in a group of the same name.</summary>
    public static string Schedule(string region, string accountId, string name) => $"arn:aws:scheduler:{region}:{accountId}:schedule/{name}/{name}";

    /// <summary>The EMR clusters of an account in a Region: their ids are random, so a condition on a tag narrows it down.</summary>
    public static string AnyHadoopCluster(string region, string accountId) => $"arn:aws:elasticmapreduce:{region}:{accountId}:cluster/*";

    /// <summary>A log group.</summary>
    public static string LogGroup(string region, string accountId, string name) => $"arn:aws:logs:{region}:{accountId}:log-group:{name}";
}
