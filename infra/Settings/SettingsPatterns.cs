using System.Text.RegularExpressions;

namespace DrInfra.Infra.Settings;

/// <summary>The forms of names and ids in settings.</summary>
internal static partial class SettingsPatterns
{
    public const string NameAllowed = "lower-case letters, digits and single hyphens, beginning with a letter";

    public const string CatalogueNameAllowed = "lower-case letters, digits and underscores, beginning with a letter";

    [GeneratedRegex(@"^(?=.{2,32}\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    public static partial Regex WorkloadName { get; }

    [GeneratedRegex(@"^(?=.{2,24}\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    public static partial Regex StoreName { get; }

    [GeneratedRegex(@"^(?=.{1,16}\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    public static partial Regex PairName { get; }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9@._-]{0,63}\z")]
    public static partial Regex Owner { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}\z")]
    public static partial Regex Label { get; }

    [GeneratedRegex(@"^[0-9]{12}\z")]
    public static partial Regex AccountId { get; }

    [GeneratedRegex(@"^arn:aws:iam::[0-9]{12}:role/[\w+=,.@/*-]{1,512}\z")]
    public static partial Regex RolePattern { get; }

    [GeneratedRegex(@"^Z[A-Z0-9]{8,31}\z")]
    public static partial Regex ZoneId { get; }

    [GeneratedRegex(@"^(?=.{4,190}\z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    public static partial Regex Domain { get; }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    public static partial Regex DnsLabel { get; }

    [GeneratedRegex(@"^vpc-[0-9a-f]{8,17}\z")]
    public static partial Regex VpcId { get; }

    [GeneratedRegex(@"^subnet-[0-9a-f]{8,17}\z")]
    public static partial Regex SubnetId { get; }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9][a-z]\z")]
    public static partial Regex Zone { get; }

    /// <summary>Aurora global databases take memory-optimised classes only (Aurora user guide, configuration requirements).</summary>
    [GeneratedRegex(@"^db\.(r[5-9][a-z]*|x2[a-z]+)\.(large|([0-9]{1,2})?xlarge)\z")]
    public static partial Regex InstanceClass { get; }

    [GeneratedRegex(@"^[1-9][0-9]\.[0-9]{1,2}\z")]
    public static partial Regex DatabaseVersion { get; }

    [GeneratedRegex(@"^syn-nodejs-[0-9]{1,2}\.[0-9]{1,2}\z")]
    public static partial Regex CanaryRuntime { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|([0-9]{1,2})?xlarge|metal(-[0-9a-z]+)?)\z")]
    public static partial Regex InstanceType { get; }

    /// <summary>Below the pair's prefix; with the prefix ECR takes 256 characters.</summary>
    [GeneratedRegex(@"^[a-z0-9]+([._/-][a-z0-9]+)*(@sha256:[0-9a-f]{64}|:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})\z")]
    public static partial Regex Image { get; }

    /// <summary>A file of an image.</summary>
    [GeneratedRegex(@"^(?=.{2,512}\z)(/[A-Za-z0-9_.=-]+)+\z")]
    public static partial Regex FilePath { get; }

    [GeneratedRegex(@"^arn:aws:iam::[0-9]{12}:role/[\w+=,.@/-]{1,512}\z")]
    public static partial Regex Role { get; }

    [GeneratedRegex(@"^(arm64|amd64)\z")]
    public static partial Regex Architecture { get; }

    [GeneratedRegex(@"^1\.[0-9]{2}\z")]
    public static partial Regex KubernetesVersion { get; }

    /// <summary>Those of MSK without ZooKeeper, which begin with 3.7.</summary>
    [GeneratedRegex(@"^(3\.[7-9]|[4-9]\.[0-9])\.x\.kraft\z")]
    public static partial Regex KafkaVersion { get; }

    [GeneratedRegex(@"^(1\.(1[5-9]|20)|2\.[0-2])\z")]
    public static partial Regex FlinkVersion { get; }

    [GeneratedRegex(@"^emr-[67]\.[0-9]{1,2}\.[0-9]\z")]
    public static partial Regex EmrRelease { get; }

    [GeneratedRegex(@"^[1-9][0-9]?\.[0-9]{1,2}\.[0-9]{1,2}\z")]
    public static partial Regex Version { get; }

    /// <summary>Brokers of the Standard type. The t3 do not take private connections from elsewhere, which the replicator needs.</summary>
    [GeneratedRegex(@"^kafka\.m(5|7g)\.(large|(2|4|8|12|16|24)?xlarge)\z")]
    public static partial Regex BrokerType { get; }

    /// <summary>Names of topics, which IAM policies and patterns of replicators take as they are.</summary>
    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_-]{0,99}(\.[a-zA-Z0-9_-]{1,49}){0,3}\z")]
    public static partial Regex Topic { get; }

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,}\z")]
    public static partial Regex Email { get; }

    /// <summary>DynamoDB attribute names; the service takes more, this takes what reads well in code.</summary>
    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]{0,254}\z")]
    public static partial Regex Attribute { get; }

    /// <summary>What engines take without quotes.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,127}\z")]
    public static partial Regex CatalogueName { get; }

    [GeneratedRegex(@"^(?=.{1,512}\z)[A-Za-z0-9_.=-]+(/[A-Za-z0-9_.=-]+)*\z")]
    public static partial Regex ObjectPath { get; }

    [GeneratedRegex(@"^[a-z]+([(<][A-Za-z0-9_,:<>() ]+[)>])?\z")]
    public static partial Regex HiveType { get; }

    /// <summary>Hosts of AWS, whichever service.</summary>
    [GeneratedRegex(@"(^|\.)(amazonaws\.com(\.cn)?|aws\.dev|api\.aws)\z")]
    public static partial Regex AwsHost { get; }

    [GeneratedRegex(@"^arn:aws:datasync:[a-z0-9-]+:[0-9]{12}:agent/agent-[0-9a-f]{17}\z")]
    public static partial Regex DataSyncAgent { get; }

    /// <summary>A bucket of an object store that is not S3.</summary>
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    public static partial Regex ForeignBucket { get; }

    [GeneratedRegex(@"^[A-Za-z0-9_.=-]+(/[A-Za-z0-9_.=-]+)*\z")]
    public static partial Regex Subdirectory { get; }

    /// <summary>Not a hyphen and six characters at the end, which an ARN would be taken for.</summary>
    [GeneratedRegex(@"^(?!.*-[A-Za-z0-9]{6}\z)[A-Za-z0-9/_+=.@-]{1,256}\z")]
    public static partial Regex SecretName { get; }

    /// <summary>Columns of Keyspaces, which are spelled in lower case wherever they are not quoted.</summary>
    [GeneratedRegex(@"^[a-z0-9_]{1,48}\z")]
    public static partial Regex Column { get; }

    [GeneratedRegex(@"^[a-z0-9_]{1,48}( (asc|desc))?\z")]
    public static partial Regex ClusteringColumn { get; }

    /// <summary>Types of CQL that rows of two Regions can be merged of: without counters, whose increments the last writer would undo.</summary>
    [GeneratedRegex(
        @"^(?:(?:ascii|bigint|blob|boolean|date|decimal|double|float|inet|int|smallint|text|time|timestamp|timeuuid|tinyint|uuid|varchar|varint)"
            + @"|(?:list|set)<[a-z]+>|map<[a-z]+, ?[a-z]+>)\z")]
    public static partial Regex ColumnType { get; }

    [GeneratedRegex(@"^.+\z")]
    public static partial Regex Any { get; }
}
