using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

public class GraphDiffTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string GlobalCluster = "aws:rds/globalCluster:GlobalCluster";
    private const string Instance = "aws:rds/clusterInstance:ClusterInstance";
    private const string Table = "aws:dynamodb/table:Table";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string ObjectLock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Key = "aws:kms/key:Key";
    private const string ReplicaKey = "aws:kms/replicaKey:ReplicaKey";
    private const string Vault = "aws:backup/vault:Vault";
    private const string VaultLock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
    private const string Plan = "aws:backup/plan:Plan";
    private const string Selection = "aws:backup/selection:Selection";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    /// <summary>Type, property, old value, new value, operation, start of the one refusal (null: none). JSON; null is absent.</summary>
    public static TheoryData<string, string, string?, string?, Operation, string?> Classified => new()
    {
        { Cluster, "backupRetentionPeriod", "7", "14", Operation.Update, null },
        { Cluster, "backupRetentionPeriod", "14", "7", Operation.Update, "shortens backupRetentionPeriod" },
        { Cluster, "tags", """{"a":"1"}""", """{"a":"2"}""", Operation.Update, null },
        { Cluster, "engineVersion", "\"16.4\"", "\"16.6\"", Operation.Update, null },
        { Cluster, "deletionProtection", "true", "false", Operation.Update, "removes deletionProtection" },
        { Cluster, "deletionProtection", "true", null, Operation.Update, "removes deletionProtection" },
        { Cluster, "deletionProtection", "false", "true", Operation.Update, null },
        { Cluster, "skipFinalSnapshot", "false", "true", Operation.Update, "sets skipFinalSnapshot" },
        { Cluster, "kmsKeyId", "\"a\"", "\"b\"", Operation.Replace, "replaces data: kmsKeyId" },
        { Cluster, "globalClusterIdentifier", "\"g\"", null, Operation.Update, "removes it from its global database" },
        { Cluster, "replicationSourceIdentifier", "\"g\"", null, Operation.Update, "detaches it from its source" },
        { Cluster, "somethingNew", null, "1", Operation.MayReplace, "may replace data: somethingNew" },
        { GlobalCluster, "storageEncrypted", "false", "true", Operation.Replace, "replaces data: storageEncrypted" },
        { GlobalCluster, "forceDestroy", "false", "true", Operation.Update, "sets forceDestroy" },
        { Instance, "instanceClass", "\"db.r7g.large\"", "\"db.r7g.xlarge\"", Operation.Update, null },
        { Instance, "availabilityZone", "\"a\"", "\"b\"", Operation.Replace, null },
        { Table, "billingMode", "\"PROVISIONED\"", "\"PAY_PER_REQUEST\"", Operation.Update, null },
        { Table, "hashKey", "\"a\"", "\"b\"", Operation.MayReplace, "may replace data: hashKey" },
        { Table, "streamEnabled", "true", "false", Operation.MayReplace, "may replace data: streamEnabled" },
        { Table, "deletionProtectionEnabled", "true", "false", Operation.Update, "removes deletionProtectionEnabled" },
        { Table, "pointInTimeRecovery", """{"enabled":true}""", """{"enabled":false}""", Operation.Update, "disables point-in-time recovery" },
        { Table, "pointInTimeRecovery", """{"enabled":true}""", null, Operation.Update, "disables point-in-time recovery" },
        { Table, "replicas", """[{"regionName":"x"}]""", """[{"regionName":"x"},{"regionName":"y"}]""", Operation.Update, null },
        { Table, "replicas", """[{"regionName":"x"},{"regionName":"y"}]""", """[{"regionName":"y"}]""", Operation.Update, "removes a copy: replicas[x]" },
        { Table, "replicas", """[{"regionName":"x"}]""", null, Operation.Update, "removes a copy: replicas" },
        { Table, "replicas", """[{"regionName":"x","kmsKeyArn":"a"}]""", """[{"regionName":"x","kmsKeyArn":"b"}]""", Operation.MayReplace,
            "may replace data: replicas[x].kmsKeyArn" },
        { Table, "replicas", """[{"regionName":"x","pointInTimeRecovery":true}]""", """[{"regionName":"x","pointInTimeRecovery":false}]""", Operation.Update,
            "disables a replica's point-in-time" },
        { Bucket, "bucket", "\"a\"", "\"b\"", Operation.Replace, "replaces data: bucket" },
        { Bucket, "forceDestroy", null, "true", Operation.Update, "sets forceDestroy" },
        { Versioning, "versioningConfiguration", """{"status":"Enabled"}""", """{"status":"Suspended"}""", Operation.Update, "disables versioning" },
        { Versioning, "versioningConfiguration", """{"status":"Suspended"}""", """{"status":"Enabled"}""", Operation.Update, null },
        { Replication, "rules", """[{"id":"a","status":"Enabled"}]""", """[{"id":"a","status":"Disabled"}]""", Operation.Update, "stops a replication rule" },
        { Replication, "rules", """[{"id":"a"},{"id":"b"}]""", """[{"id":"a"}]""", Operation.Update, "removes a copy: rules[b]" },
        { Replication, "rules", """[{"id":"a","status":"Enabled"}]""", """[{"id":"b","status":"Enabled"}]""", Operation.Update, null },
        { Replication, "rules", """[{"id":"a","sourceSelectionCriteria":{"sseKmsEncryptedObjects":{"status":"Enabled"}}}]""", """[{"id":"a"}]""",
            Operation.Update, "stops replicating KMS-encrypted objects" },
        { Replication, "rules", """[{"id":"a","filter":{"prefix":"x/"}}]""", """[{"id":"a","filter":{"prefix":"x/y/"}}]""", Operation.Update,
            "replicates fewer objects" },
        { Replication, "rules", """[{"id":"a","filter":{"prefix":"x/"}}]""", """[{"id":"a","filter":{"prefix":""}}]""", Operation.Update, null },
        { Replication, "rules", """[{"id":"a","destination":{"bucket":"b"}}]""", """[{"id":"a","destination":{"bucket":"c"}}]""", Operation.Update,
            "replicates to another bucket" },
        { Table, "replicas", """[{"regionName":"x"}]""", """[{"regionName":"y"}]""", Operation.Update, "removes a copy: replicas[x]" },
        { Lifecycle, "rules", """[{"id":"a","status":"Enabled","expiration":{"days":30}}]""", """[{"id":"a","status":"Enabled","expiration":{"days":7}}]""",
            Operation.Update, "deletes objects sooner" },
        { Lifecycle, "rules", """[{"id":"a","status":"Enabled","expiration":{"days":30}}]""", """[{"id":"a","status":"Enabled","expiration":{"days":60}}]""",
            Operation.Update, null },
        { Lifecycle, "rules", "[]", """[{"id":"a","status":"Enabled","noncurrentVersionExpiration":{"noncurrentDays":7}}]""", Operation.Update,
            "deletes noncurrent versions sooner" },
        { Lifecycle, "rules", "[]", """[{"id":"a","status":"Disabled","expiration":{"days":7}}]""", Operation.Update, null },
        { Bucket, "versioning", """{"enabled":true}""", """{"enabled":false}""", Operation.Update, "disables versioning" },
        { Bucket, "replicationConfiguration", """{"rules":[{"id":"a","status":"Enabled"}]}""", null, Operation.Update, "removes a copy" },
        { Plan, "rules", """[{"ruleName":"a"},{"ruleName":"b","lifecycle":{"deleteAfter":7}}]""", """[{"ruleName":"a"}]""", Operation.Update,
            "removes a rule from the backup plan: rules[b]" },
        { Plan, "rules", """[{"ruleName":"a","lifecycle":{"deleteAfter":35}}]""", """[{"ruleName":"a","lifecycle":{"deleteAfter":7}}]""", Operation.Update,
            "deletes backups sooner" },
        { Plan, "rules", """[{"ruleName":"a"}]""", """[{"ruleName":"a","lifecycle":{"deleteAfter":7}}]""", Operation.Update, "deletes backups sooner" },
        { Plan, "rules", """[{"ruleName":"a","copyActions":[{"destinationVaultArn":"v"}]}]""", """[{"ruleName":"a"}]""", Operation.Update,
            "removes a copy" },
        { Selection, "resources", """["a","b"]""", """["b"]""", Operation.Replace, "removes resources from the backup plan" },
        { Selection, "resources", """["a"]""", """["a","b"]""", Operation.Replace, null },
        { VaultLock, "minRetentionDays", "30", "7", Operation.Replace, "shortens the vault lock" },
        { ObjectLock, "rule", """{"defaultRetention":{"mode":"COMPLIANCE","days":30}}""", """{"defaultRetention":{"mode":"COMPLIANCE","years":1}}""",
            Operation.Update, null },
        { ObjectLock, "rule", """{"defaultRetention":{"mode":"COMPLIANCE","days":30}}""", """{"defaultRetention":{"mode":"GOVERNANCE","days":30}}""",
            Operation.Update, "shortens, weakens" },
        { ObjectLock, "rule", """{"defaultRetention":{"mode":"GOVERNANCE","days":30}}""", """{"defaultRetention":{"mode":"GOVERNANCE","days":10}}""",
            Operation.Update, "shortens, weakens" },
        { "aws:rds/instance:Instance", "backupRetentionPeriod", "7", "0", Operation.Update, "shortens backupRetentionPeriod" },
        { "aws:rds/instance:Instance", "deleteAutomatedBackups", "false", null, Operation.Update, "sets deleteAutomatedBackups" },
        { "aws:kinesis/stream:Stream", "retentionPeriod", "168", null, Operation.Update, "shortens retentionPeriod" },
        { "aws:redshift/cluster:Cluster", "manualSnapshotRetentionPeriod", "-1", "30", Operation.Update, "shortens manualSnapshotRetentionPeriod" },
        { "aws:elasticache/replicationGroup:ReplicationGroup", "kmsKeyId", "\"g\"", null, Operation.MayReplace, "may replace data" },
        { "aws:efs/backupPolicy:BackupPolicy", "backupPolicy", """{"status":"ENABLED"}""", """{"status":"DISABLED"}""", Operation.Update,
            "ends the file system's backups" },
        { "aws:cognito/userPool:UserPool", "name", "\"a\"", "\"b\"", Operation.MayReplace, "may replace data: name" },
        { "random:index/randomPassword:RandomPassword", "length", "20", "30", Operation.MayReplace, null },
        { "aws:secretsmanager/secretVersion:SecretVersion", "secretString", "\"a\"", "\"b\"", Operation.Replace, null },
        { ObjectLock, "rule", """{"days":1}""", null, Operation.Update, "shortens, weakens or removes the Object Lock" },
        { Secret, "kmsKeyId", "\"a\"", "\"b\"", Operation.Update, null },
        { Secret, "recoveryWindowInDays", "30", "0", Operation.Update, "sets recoveryWindowInDays to 0" },
        { Secret, "replicas", """[{"region":"x"}]""", "[]", Operation.Update, "removes a copy: replicas[x]" },
        { Secret, "name", "\"a\"", "\"b\"", Operation.Replace, "replaces data: name" },
        { Key, "isEnabled", "true", "false", Operation.Update, "disables the key" },
        { Key, "multiRegion", "true", "false", Operation.Replace, "replaces data: multiRegion" },
        { ReplicaKey, "enabled", null, "false", Operation.Update, "disables the key" },
        { Vault, "kmsKeyArn", "\"a\"", "\"b\"", Operation.Replace, "replaces data: kmsKeyArn" },
        { "aws:sqs/queue:Queue", "name", "\"a\"", "\"b\"", Operation.Replace, "replaces data: name" },
        { "aws:sns/topic:Topic", "name", "\"a\"", "\"b\"", Operation.Replace, null },
        { "aws:ec2/route:Route", "natGatewayId", "\"a\"", "\"b\"", Operation.Update, null },
    };

    [Theory]
    [MemberData(nameof(Classified))]
    public void ChangedProperty_IsClassifiedAndRefusedWhereItTouchesData(
        string type, string property, string? old, string? @new, Operation operation, string? refusal)
    {
        var change = Assert.Single(GraphDiff.Compare(With(old), With(@new)).Changes);

        Assert.Equal(operation, change.Operation);
        Assert.Equal(refusal is null ? 0 : 1, change.Refusals.Count);
        Assert.StartsWith(refusal ?? string.Empty, string.Concat(change.Refusals), StringComparison.Ordinal);

        ResourceGraph With(string? value) => Of(value is null ? Resource(type, "r") : Resource(type, "r", $$"""{ "{{property}}": {{value}} }"""));
    }

    [Fact]
    public void EqualGraphs_HaveNoChange()
    {
        var graph = Of(Stack(), Resource(Cluster, "c", """{ "tags": { "a": "1" } }"""));

        Assert.Empty(GraphDiff.Compare(graph, graph).Changes);
    }

    [Fact]
    public void NewResource_IsCreatedAndNeverRefused()
    {
        var diff = GraphDiff.Compare(Of(), Of(Resource(Cluster, "c")));

        Assert.Equal(Operation.Create, Assert.Single(diff.Changes).Operation);
        Assert.False(diff.IsRefused);
    }

    [Theory]
    [InlineData(Cluster, false, "deletes data: the database cluster")]
    [InlineData(GlobalCluster, true, "removes data from the stack (retainOnDelete: AWS keeps it unmanaged)")]
    [InlineData(Versioning, false, "suspends the bucket's versioning")]
    [InlineData(Instance, false, null)]
    public void DeletedResource_IsRefusedWhenItHoldsData(string type, bool retain, string? refusal)
    {
        var change = Assert.Single(GraphDiff.Compare(Of(Resource(type, "r") with { RetainOnDelete = retain }), Of()).Changes);

        Assert.Equal(Operation.Delete, change.Operation);
        Assert.Equal(refusal is null ? [] : [refusal], change.Refusals.Select(found => found.Reason));
    }

    [Fact]
    public void DeletedResources_ComeLastAndDependentsFirst()
    {
        var diff = GraphDiff.Compare(Of(Resource(Key, "a"), Resource(Bucket, "b")), Of(Resource(Key, "c")));

        Assert.Equal(["c", "b", "a"], diff.Changes.Select(change => change.Name));
    }

    [Fact]
    public void IgnoredProperty_IsListedAsIgnoredAndDoesNothing()
    {
        var change = Assert.Single(GraphDiff.Compare(
            Of(Resource(Cluster, "c", """{ "globalClusterIdentifier": "g" }""")),
            Of(Resource(Cluster, "c") with { IgnoreChanges = ["globalClusterIdentifier"] })).Changes, change => change.Properties.Count > 0);

        Assert.True(Assert.Single(change.Properties).Ignored);
        Assert.Empty(change.Refusals);
        Assert.Equal(Operation.Update, change.Operation);
    }

    [Fact]
    public void OnlyIgnoredProperties_ChangeNothing()
    {
        var old = Resource(Cluster, "c", """{ "tags": { "a": "1" } }""") with { IgnoreChanges = ["tags.a"] };

        var change = Assert.Single(GraphDiff.Compare(Of(old), Of(old with { Inputs = Values("""{ "tags": { "a": "2" } }""") })).Changes);

        Assert.Equal(Operation.Ignored, change.Operation);
    }

    [Theory]
    [InlineData(true, false, "removes protect")]
    [InlineData(false, true, null)]
    public void Protect_MayBeAddedButNotTakenFromData(bool before, bool after, string? refusal)
    {
        var change = Assert.Single(
            GraphDiff.Compare(Of(Resource(Table, "t") with { Protect = before }), Of(Resource(Table, "t") with { Protect = after })).Changes);

        Assert.Equal(refusal is null ? [] : [refusal], change.Refusals.Select(found => found.Reason));
        Assert.Equal(Operation.Update, change.Operation);
        Assert.Equal("protect", Assert.Single(change.Options).Name);
    }

    [Fact]
    public void RetainOnDelete_MayNotBeTakenFromData()
    {
        var change = Assert.Single(GraphDiff.Compare(Of(Resource(Table, "t") with { RetainOnDelete = true }), Of(Resource(Table, "t"))).Changes);

        Assert.Equal(["removes retainOnDelete"], change.Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void EveryOption_IsCompared()
    {
        var old = Resource(Instance, "i");
        var change = Assert.Single(GraphDiff.Compare(Of(old), Of(old with
        {
            Protect = true,
            RetainOnDelete = true,
            IgnoreChanges = ["b", "a"],
            ReplaceOnChanges = ["x"],
            DeleteBeforeReplace = true,
            AdditionalSecretOutputs = ["endpoint"],
            CustomTimeouts = new ResourceTimeouts(Create: 5400),
            Provider = $"{UrnOf("pulumi:providers:aws", "west")}::id",
        })).Changes);

        Assert.Equal(
            [
                "protect: false -> true",
                "retainOnDelete: false -> true",
                "ignoreChanges: none -> a, b",
                "replaceOnChanges: none -> x",
                "deleteBeforeReplace: provider's choice -> true",
                "additionalSecretOutputs: none -> endpoint",
                "customTimeouts: none -> create 5400s, update default, delete default",
                "provider: default -> west",
            ],
            change.Options.Select(option => $"{option.Name}: {option.Old} -> {option.New}"));
    }

    [Fact]
    public void ReplaceOnChanges_MakesAnInPlacePropertyReplace()
    {
        var old = Resource(Cluster, "c", """{ "port": 5432 }""") with { ReplaceOnChanges = ["port"] };

        var change = Assert.Single(GraphDiff.Compare(Of(old), Of(old with { Inputs = Values("""{ "port": 5433 }""") })).Changes);

        Assert.Equal(Operation.MayReplace, change.Operation);
        Assert.Single(change.Refusals);
    }

    [Fact]
    public void ProviderInAnotherRegion_MayReplaceEverythingUnderIt()
    {
        var table = Resource(Table, "t");

        var diff = GraphDiff.Compare(
            Of(Provider("home", "eu-west-1"), table.Under(Stack(), Provider("home", "eu-west-1"))),
            Of(Provider("home", "eu-west-2"), table.Under(Stack(), Provider("home", "eu-west-2"))));

        Assert.Equal([Operation.MayReplace, Operation.MayReplace], diff.Changes.Select(change => change.Operation));
        Assert.Equal(
            ["may replace data: its provider is in another Region (eu-west-1 -> eu-west-2)"], diff.Changes[1].Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void RenamedResourceWithAnAlias_IsTheSameResource()
    {
        var renamed = Resource(Table, "new", """{ "name": "t" }""") with { Aliases = [UrnOf(Table, "old")] };

        Assert.Empty(GraphDiff.Compare(Of(Resource(Table, "old", """{ "name": "t" }""")), Of(renamed)).Changes);
    }

    [Fact]
    public void ChangedComponent_IsNeverReplaced()
    {
        var component = Component("drinfra:data:GlobalTable", "carts");

        var change = Assert.Single(GraphDiff.Compare(Of(component), Of(component with { Inputs = Values("""{ "a": 1 }""") })).Changes);

        Assert.Equal(Operation.Update, change.Operation);
    }
}
