using System.Text.Json.Nodes;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// What makes a replica worthless, in both directions: with the fault there is a finding and no figure counts the replica; without it, neither.
/// Where nobody knows yet, the replica is neither counted nor lost.
/// </summary>
public class ReplicaReasonsTests
{
    private const string East = "eu-west-1";
    private const string West = "eu-central-1";
    private const string Usable = "replica-is-usable";
    private const string Groups = "database-uses-groups-of-its-region";
    private const string Instance = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Global = "aws:rds/globalCluster:GlobalCluster";
    private const string Table = "aws:dynamodb/table:Table";
    private const string TableReplica = "aws:dynamodb/tableReplica:TableReplica";
    private const string Legacy = "aws:dynamodb/globalTable:GlobalTable";
    private const string EastKey = "arn:aws:kms:eu-west-1:123456789012:key/1";
    private const string WestKey = "arn:aws:kms:eu-central-1:123456789012:key/2";

    [Theory]
    [InlineData(""" "backupRetentionPeriod": 0 """, "its source orders has no automated backups, which a read replica needs")]
    [InlineData(""" "backupRetentionPeriod": null """, "its source orders has no automated backups, which a read replica needs")]
    [InlineData(""" "storageEncrypted": false """, "its source orders is not encrypted, but it is")]
    public void InstanceReplica_NeedsASourceThatCanHaveOne(string change, string message) =>
        Lost(Instances(source: change), Usable, $"orders-dr: {message}");

    [Fact]
    public void CopiedBackups_NeedASourceThatKeepsThem()
    {
        TestGraph Graph(int days) => Base()
            .Add(Instance, "orders", $$"""{ "identifier": "orders", "backupRetentionPeriod": {{days}}, "tags": { "dr:workload": "orders" } }""", East, "orders")
            .Add(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "copy",
                """{ "sourceDbInstanceArn": "arn:aws:rds:eu-west-1:123456789012:db:orders" }""", West);

        Counted(Graph(7), Usable);
        Lost(Graph(0), Usable, "copy: its source orders has no automated backups");
    }

    [Fact]
    public void EncryptedInstanceReplica_NeedsAKeyOfItsRegion() =>
        Lost(Instances(replica: """ "kmsKeyId": null """), Usable, "orders-dr: its source orders is encrypted, but it names no key in eu-central-1");

    [Theory]
    [InlineData(""" "dbSubnetGroupName": "east" """, "its subnet group is in eu-west-1, it is in eu-central-1")]
    [InlineData(""" "vpcSecurityGroupIds": ["sg-east"] """, "its security group guard is in eu-west-1, it is in eu-central-1")]
    [InlineData(""" "parameterGroupName": "east-parameters" """, "its parameter group parameters is in eu-west-1, it is in eu-central-1")]
    public void InstanceReplica_NamesGroupsOfItsRegion(string change, string message) =>
        Lost(Instances(replica: change), Groups, $"orders-dr: {message}");

    [Fact]
    public void InstanceReplica_IsCounted()
    {
        Counted(Instances(), Usable);
        Counted(Instances(), Groups);
    }

    [Fact]
    public void InstanceReplicaThatTheStateTellsOf_WasMade() =>
        Counted(
            Instances(source: """ "backupRetentionPeriod": 0 """, outputs: """{ "replicateSourceDb": "arn:aws:rds:eu-west-1:123456789012:db:orders" }"""),
            Usable);

    [Fact]
    public void PromotedReplica_IsADatabaseOfItsOwn_WhateverTheProgramStates()
    {
        var assessment = Instances(outputs: """{ "replicateSourceDb": "" }""").Assess();

        Assert.Equal(["orders", "orders-dr"], assessment.Stores.Select(store => store.Node.Name));
        Assert.All(assessment.Stores, store => Assert.DoesNotContain(store.Copies, copy => copy.Uses.ContainsKey(Disruption.Region)));
    }

    [Fact]
    public void SourceThatIsNotKnown_MayBeThisOne() => Unknown(Instances(replica: """ "replicateSourceDb": "?" """));

    [Fact]
    public void RetentionThatIsNotKnown_LeavesTheReplicaUnknown() => Unknown(Instances(source: """ "backupRetentionPeriod": "?" """));

    [Fact]
    public void InstanceWithoutRetention_HasNoWindow_AndAClusterHasOneDay()
    {
        Assert.False(
            Instances(source: """ "backupRetentionPeriod": null """).Assess().Stores.Single().Copies.Single(copy => copy.Kind == "PITR window").Uses
                .ContainsKey(Disruption.Corruption));
        Assert.True(
            Clusters(primary: """ "backupRetentionPeriod": null """).Assess().Stores.Single().Copies.Single(copy => copy.Kind == "PITR window").Uses
                .ContainsKey(Disruption.Corruption));
    }

    [Theory]
    [InlineData(""" "databaseName": "orders" """, "a secondary inherits its database from the primary, but states a name for it")]
    [InlineData(""" "masterUsername": "admin" """, "a secondary inherits the master user from the primary, but states one of its own")]
    [InlineData(""" "kmsKeyId": null """, "it is an encrypted cross-Region copy, but names no key in eu-central-1")]
    public void SecondaryThatTheServiceRefuses_IsNoCopy(string change, string message) => Lost(Clusters(secondary: change), Usable, $"orders-b: {message}");

    [Theory]
    [InlineData(""" "engineVersion": "15.4" """, "global-members-run-one-engine", "its engineVersion is 15.4, but orders-global has 16.8")]
    [InlineData(""" "storageEncrypted": false """, "global-members-agree-on-encryption", "it is not encrypted, but orders-global is")]
    [InlineData(
        """ "masterPassword": "x" """, "global-database-has-one-master-user", "a secondary inherits the master user from the primary, but states a password")]
    public void SecondaryThatDiffers_IsNoCopy(string change, string rule, string message) => Lost(Clusters(secondary: change), rule, $"orders-b: {message}");

    [Theory]
    [InlineData(Usable)]
    [InlineData("global-members-run-one-engine")]
    [InlineData("global-members-agree-on-encryption")]
    public void Secondary_IsCounted(string rule) => Counted(Clusters(), rule);

    [Fact]
    public void AdoptedPrimary_IsAMember_AndIgnoresWhatTheServiceFillsIn()
    {
        const string Ignores = "global-member-ignores-its-role";
        Counted(Adopted("globalClusterIdentifier"), Ignores);
        Assert.Equal(
            ["orders-a: orders was created from it, and its next update would detach it: globalClusterIdentifier is not in ignoreChanges"],
                Findings(Adopted(), Ignores));
        Assert.Equal(1, Survivors(Adopted()));
    }

    [Fact]
    public void ReplicaClusterOfTheOlderWay_IsACopyOfItsSource()
    {
        TestGraph Graph(string key) =>
            Base().Add(
                Cluster, "orders-a",
                """{ "clusterIdentifier": "orders-a", "engine": "aurora-mysql", "storageEncrypted": true, "tags": { "dr:workload": "orders" } }""", East,
                "orders-a")
                .Add(Cluster, "orders-b", $$"""
                    { "clusterIdentifier": "orders-b", "engine": "aurora-mysql", "storageEncrypted": true, {{key}}
                      "replicationSourceIdentifier": "arn:aws:rds:eu-west-1:123456789012:cluster:orders-a" }
                    """, West, "orders-b");

        Counted(Graph($""" "kmsKeyId": "{WestKey}", """), Usable);
        Lost(Graph(""), Usable, "orders-b: it is an encrypted cross-Region copy, but names no key in eu-central-1");
    }

    [Fact]
    public void GlobalClusterThatIsNotKnown_LeavesTheCopiesUnknown() => Unknown(Base()
        .Add(
            Cluster, "orders-a",
            """{ "clusterIdentifier": "orders-a", "engine": "aurora-mysql", "globalClusterIdentifier": "?", "tags": { "dr:workload": "orders" } }""", East));

    [Fact]
    public void TableUnderACustomerKey_NeedsOneForEachReplica()
    {
        TestGraph Graph(string key) => Base().Add(Table, "orders", $$"""
            { "name": "orders", "serverSideEncryption": { "enabled": true, "kmsKeyArn": "{{EastKey}}" }, "replicas": [{ "regionName": "eu-central-1" {{key}} }],
              "tags": { "dr:workload": "orders" } }
            """);

        Counted(Graph($""", "kmsKeyArn": "{WestKey}" """), Usable);
        Lost(Graph(""), Usable, "orders: the replica in eu-central-1 has no key, but orders has a customer managed key");
    }

    [Theory]
    [InlineData("\"?\"")]
    [InlineData("""[{ "regionName": "?" }]""")]
    [InlineData("""{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:AAAA" }""")]
    public void ReplicasThatNobodyCanRead_AreUnknown(string replicas) =>
        Unknown(Base().Add(Table, "orders", $$"""{ "name": "orders", "replicas": {{replicas}}, "tags": { "dr:workload": "orders" } }"""));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void TableReplicaOfAnotherStack_IsOneCopyWithItsOwnOptions_AndTheTableIgnoresIt(bool ignored, bool isProtected)
    {
        var table = Base().Add(
            Table,
            "orders",
            """{ "name": "orders", "deletionProtectionEnabled": true, "tags": { "dr:workload": "orders" } }""",
            East,
            "orders",
            """
            { "arn": "arn:aws:dynamodb:eu-west-1:123456789012:table/orders", "replicas": [{ "regionName": "eu-central-1", "pointInTimeRecovery": true }] }
            """,
            resource => resource["ignoreChanges"] = ignored ? new JsonArray("replicas") : []);
        var replica = new TestGraph("dr").Add(TableReplica, "copy", $$"""
            { "globalTableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/orders", "deletionProtectionEnabled": {{(isProtected ? "true" : "false")}},
              "pointInTimeRecovery": true }
            """, West, "orders:eu-west-1");

        Assert.Equal(1, Survivors(table, replica));
        Assert.Equal(
            isProtected ? [] : ["copy: the replica has no deletion protection"], Findings(table, "deletion-protection-is-on", replica));
        Assert.Equal(
            ignored ? [] : ["orders: its next update removes the replica copy: replicas is not in ignoreChanges"],
            Findings(table, "table-uses-one-replica-style", replica));
    }

    [Theory]
    [InlineData(""" "hashKey": "id", "streamEnabled": true, "streamViewType": "NEW_AND_OLD_IMAGES" """)]
    [InlineData(
        """ "hashKey": "id", "streamEnabled": true, "streamViewType": "KEYS_ONLY" """,
        "orders-b: it is part of a global table, but its stream does not have NEW_AND_OLD_IMAGES")]
    [InlineData(
        """ "hashKey": "key", "streamEnabled": true, "streamViewType": "NEW_AND_OLD_IMAGES" """,
        "orders-b: its hashKey is key, but orders-a in eu-west-1 has id")]
    public void GlobalTableOf2017_JoinsTablesOfOneName(string other, string? message = null)
    {
        var graph = Base()
            .Add(
                Table, "orders-a",
                """{ "name": "orders", "hashKey": "id", "streamEnabled": true, "streamViewType": "NEW_AND_OLD_IMAGES", "tags": { "dr:workload": "orders" } }""",
                East, "orders")
            .Add(Table, "orders-b", $$"""{ "name": "orders", {{other}}, "tags": { "dr:workload": "orders" } }""", West, "orders")
            .Add(Legacy, "orders-global", """{ "name": "orders", "replicas": [{ "regionName": "eu-west-1" }, { "regionName": "eu-central-1" }] }""");

        Assert.Single(graph.Assess().Stores);
        if (message is null)
        {
            Counted(graph, Usable);
        }
        else
        {
            Lost(graph, Usable, message);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FileReplica_IsACopyWhereItCanBeMounted(bool mounted)
    {
        var graph = Base()
            .Add("aws:efs/fileSystem:FileSystem", "shared", """{ "encrypted": true, "tags": { "dr:workload": "orders" } }""", East, "fs-1")
            .Add("aws:efs/mountTarget:MountTarget", "here", """{ "fileSystemId": "fs-1", "subnetId": "subnet-1" }""", East)
            .Add("aws:ec2/subnet:Subnet", "there-subnet", "{}", West, "subnet-2")
            .Add(
                "aws:efs/replicationConfiguration:ReplicationConfiguration", "copy",
                """{ "sourceFileSystemId": "fs-1", "destination": { "region": "eu-central-1" } }""", East, "fs-1",
                    """{ "destination": { "region": "eu-central-1", "fileSystemId": "fs-2" } }""");
        if (mounted)
        {
            Counted(graph.Add("aws:efs/mountTarget:MountTarget", "there", """{ "fileSystemId": "fs-2", "subnetId": "subnet-2" }""", West), Usable);
        }
        else
        {
            Lost(graph, Usable, "copy: its replica in eu-central-1 has no mount target");
        }
    }

    [Fact]
    public void SecretCopyUnderAKeyOfAnotherRegion_IsNoCopy()
    {
        const string Rule = "kms-key-is-in-the-same-region";
        TestGraph Graph(string replicas) =>
            new TestGraph()
                .Add("aws:secretsmanager/secret:Secret", "password", $$"""{ "name": "password", "kmsKeyId": "{{EastKey}}", "replicas": {{replicas}} }""");

        Counted(Graph($$"""[{ "region": "eu-central-1", "kmsKeyId": "{{WestKey}}" }]"""), Rule);
        Lost(Graph($$"""[{ "region": "eu-central-1", "kmsKeyId": "{{EastKey}}" }]"""), Rule, "password: the copy in eu-central-1 has a key in eu-west-1");
        Unknown(Graph("\"?\""));
    }

    [Theory]
    [InlineData("\"?\"", true)]
    [InlineData("""[{ "destinations": [{ "region": "eu-central-1" }], "repositoryFilters": [{ "filter": "?", "filterType": "PREFIX_MATCH" }] }]""", true)]
    [InlineData("""[{ "destinations": [{ "region": "eu-central-1" }], "repositoryFilters": [{ "filter": "orders", "filterType": "PREFIX_MATCH" }] }]""", false)]
    public void RegistryRulesThatAreNotKnown_LeaveTheCopiesUnknown(string rules, bool unknown)
    {
        var graph = Base().Add("aws:ecr/repository:Repository", "orders", """{ "name": "orders", "tags": { "dr:workload": "orders" } }""")
            .Add("aws:ecr/replicationConfiguration:ReplicationConfiguration", "registry", $$"""{ "replicationConfiguration": { "rules": {{rules}} } }""");
        if (unknown)
        {
            Unknown(graph);
        }
        else
        {
            Assert.Equal(1, Survivors(graph));
        }
    }

    [Theory]
    [InlineData("SecureString", "/orders/token", "/orders/token")]
    [InlineData("SecureString", "/orders/eu-west-1/token", "/orders/eu-central-1/token")]
    [InlineData("SecureString", "/orders/token", "/orders/other", "here: it is in eu-west-1 only", "there: it is in eu-central-1 only")]
    [InlineData("String", "/orders/token", "/orders/other")]
    public void SecureParameter_StandsInBothRegions(string type, string here, string there, params string[] findings) => Assert.Equal(findings, Findings(
        new TestGraph().Add("aws:ssm/parameter:Parameter", "here", $$"""{ "name": "{{here}}", "type": "{{type}}" }""")
            .Add("aws:ssm/parameter:Parameter", "there", $$"""{ "name": "{{there}}", "type": "{{type}}" }""", West),
        "secure-parameter-is-in-both-regions"));

    private static TestGraph Base() => new TestGraph().Manifests();

    private static TestGraph Instances(string source = "", string replica = "", string outputs = "{}") => Base()
        .Add("aws:rds/subnetGroup:SubnetGroup", "subnets", """{ "name": "east" }""", East, "east")
        .Add("aws:ec2/securityGroup:SecurityGroup", "guard", "{}", East, "sg-east")
        .Add("aws:rds/parameterGroup:ParameterGroup", "parameters", """{ "name": "east-parameters", "family": "postgres16" }""", East, "east-parameters")
        .Add(Instance, "orders", Changed("""
            { "identifier": "orders", "engine": "postgres", "engineVersion": "16.4", "instanceClass": "db.m6g.large", "storageEncrypted": true,
              "backupRetentionPeriod": 14,
              "tags": { "dr:workload": "orders" } }
            """, source), East, "orders")
        .Add(Instance, "orders-dr", Changed($$"""
            { "identifier": "orders-dr", "instanceClass": "db.m6g.large", "replicateSourceDb": "arn:aws:rds:eu-west-1:123456789012:db:orders",
              "kmsKeyId": "{{WestKey}}",
              "tags": { "dr:workload": "orders" } }
            """, replica), West, "orders-dr", outputs);

    private static TestGraph Clusters(string primary = "", string secondary = "") => Base()
        .Add(
            Global, "orders-global",
            """{ "globalClusterIdentifier": "orders", "engine": "aurora-postgresql", "engineVersion": "16.8", "storageEncrypted": true }""")
        .Add(Cluster, "orders-a", Changed("""
            { "clusterIdentifier": "orders-a", "globalClusterIdentifier": "orders", "engine": "aurora-postgresql", "engineVersion": "16.8",
              "storageEncrypted": true,
              "backupRetentionPeriod": 7, "masterUsername": "app", "masterPassword": "x", "tags": { "dr:workload": "orders" } }
            """, primary))
        .Add(Cluster, "orders-b", Changed($$"""
            { "clusterIdentifier": "orders-b", "globalClusterIdentifier": "orders", "engine": "aurora-postgresql", "engineVersion": "16.8",
              "storageEncrypted": true,
              "kmsKeyId": "{{WestKey}}", "backupRetentionPeriod": 7, "tags": { "dr:workload": "orders" } }
            """, secondary), West);

    private static TestGraph Adopted(params string[] ignored) => Base()
        .Add(Cluster, "orders-a", """
            { "clusterIdentifier": "orders-a", "engine": "aurora-postgresql", "engineVersion": "16.8", "storageEncrypted": true, "masterUsername": "app",
              "masterPassword": "x",
              "tags": { "dr:workload": "orders" } }
            """, East, "orders-a", options: resource => resource["ignoreChanges"] = new JsonArray([.. ignored.Select(name => (JsonNode)name)]))
        .Add(
            Global, "orders-global",
            """{ "globalClusterIdentifier": "orders", "sourceDbClusterIdentifier": "arn:aws:rds:eu-west-1:123456789012:cluster:orders-a" }""")
        .Add(Cluster, "orders-b", $$"""
            { "clusterIdentifier": "orders-b", "globalClusterIdentifier": "orders", "engine": "aurora-postgresql", "engineVersion": "16.8",
              "storageEncrypted": true, "kmsKeyId": "{{WestKey}}",
              "tags": { "dr:workload": "orders" } }
            """, West, "orders-b", options: resource => resource["ignoreChanges"] = new JsonArray("globalClusterIdentifier", "replicationSourceIdentifier"));

    // With some properties set; null takes one away.
    private static string Changed(string inputs, string changes)
    {
        var changed = JsonNode.Parse(inputs)!.AsObject();
        foreach (var (property, value) in JsonNode.Parse($"{{{changes}}}")!.AsObject().ToArray())
        {
            changed.Remove(property);
            if (value is not null)
            {
                changed[property] = value.DeepClone();
            }
        }

        return changed.ToJsonString();
    }

    private static void Counted(TestGraph graph, string rule)
    {
        Assert.Empty(Findings(graph, rule));
        Assert.Equal(1, Survivors(graph));
    }

    private static void Lost(TestGraph graph, string rule, string finding)
    {
        Assert.Equal([finding], Findings(graph, rule));
        Assert.Equal(0, Survivors(graph));
        Assert.Empty(Uses(graph));
    }

    private static void Unknown(TestGraph graph)
    {
        Assert.Equal(0, Survivors(graph));
        Assert.True(Assert.Single(Uses(graph)).Staleness.Figure.IsUnknown);
    }

    private static int Survivors(TestGraph graph, params TestGraph[] others) => Uses(graph, others).Count(use => !use.Staleness.Figure.IsUnknown);

    private static IEnumerable<CopyUse> Uses(TestGraph graph, params TestGraph[] others) =>
        graph.Assess(null, others).Stores[0].Copies.Select(copy => copy.Uses.GetValueOrDefault(Disruption.Region)).OfType<CopyUse>();

    private static string[] Findings(TestGraph graph, string rule, params TestGraph[] others) =>
    [
        .. StackCheck.Run(
            Estate.Of([graph.Build(), .. others.Select(other => other.Build())], AwsNames.Instance), Assessed.Assumptions, TestGraph.Today).Violations
            .Where(violation => violation.Rule.Id == rule).Select(violation => $"{violation.Urn.Split("::")[^1]}: {violation.Message}"),
    ];
}
