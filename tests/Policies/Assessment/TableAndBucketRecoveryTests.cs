using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Policies.Assessment;

public class TableAndBucketRecoveryTests
{
    private const string Table = "aws:dynamodb/table:Table";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string BucketStores = """[{"name":"raw","kind":"bucket","sizeGb":720,"changeGbPerDay":24}]""";

    [Theory]
    [InlineData("""{ "regionName": "eu-central-1" }""", "", double.PositiveInfinity, Basis.Unbounded)]
    [InlineData(
        """{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }""", """, "globalTableWitness": { "regionName": "eu-west-3" }""", 0, Basis.Limit)]
    [InlineData("""{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }""", "", double.PositiveInfinity, Basis.Unbounded)]
    public void TableReplica_LosesNothingOnlyWhereThreeRegionsWriteTogether(string replica, string witness, double worst, Basis basis)
    {
        var figure = Orders($$"""{ "name": "orders", "replicas": [{{replica}}]{{witness}}, "tags": { "dr:workload": "orders" } }""").Outcome(
            Disruption.Region).Rpo.Figure;

        Assert.Equal(worst, figure.Worst);
        Assert.Equal(basis, figure.Basis);
    }

    [Fact]
    public void TableReplicaInTheSameRegion_IsNoCopy() =>
        Assert.True(
            Orders("""{ "name": "orders", "replicas": [{ "regionName": "eu-west-1" }], "tags": { "dr:workload": "orders" } }""").Outcome(
                Disruption.Region).Rto.Figure.IsUnbounded);

    [Theory]
    [InlineData("""{ "enabled": true }""", 70 * 60)]
    [InlineData("""{ "enabled": true, "recoveryPeriodInDays": 1 }""", 70 * 60)]
    [InlineData("""{ "enabled": false }""", double.PositiveInfinity)]
    public void TableWindow_IsThirtyFiveDaysWhereNothingIsSaid(string pointInTime, double worst) =>
        Assert.Equal(
            worst,
            Orders($$"""{ "name": "orders", "pointInTimeRecovery": {{pointInTime}}, "tags": { "dr:workload": "orders" } }""").Outcome(
                Disruption.Corruption).Rpo.Figure.Worst);

    [Fact]
    public void BucketUnderTimeControl_LosesFifteenMinutesByTheSla() =>
        Assert.Equal(
            new Figure(1, 900, Basis.Sla),
            Buckets(
                """
                { "status": "Enabled", "destination": { "bucket": "orders-raw-standby", "metrics": { "status": "Enabled", "eventThreshold": { "minutes": 15 } },
                    "replicationTime": { "status": "Enabled", "time": { "minutes": 15 } } } }
                """).Outcome(
                Disruption.Region).Rpo.Figure);

    [Theory]
    [InlineData("""{ "status": "Enabled", "destination": { "bucket": "orders-raw-standby" } }""", 900, double.PositiveInfinity)]
    [InlineData("""{ "status": "Disabled", "destination": { "bucket": "orders-raw-standby" } }""", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(
        """{ "status": "Enabled", "filter": { "prefix": "a/" }, "destination": { "bucket": "orders-raw-standby" } }""", double.PositiveInfinity,
        double.PositiveInfinity)]
    [InlineData("""{ "status": "Enabled", "destination": { "bucket": "orders-raw" } }""", double.PositiveInfinity, double.PositiveInfinity)]
    public void BucketWithoutTimeControl_HasNoWorst_AndAPartOrTheSameRegionNoCopy(string rule, double typical, double worst)
    {
        var figure = Buckets(rule).Outcome(Disruption.Region).Rpo.Figure;

        Assert.Equal(typical, figure.Typical);
        Assert.Equal(worst, figure.Worst);
    }

    [Fact]
    public void ChangedObjects_AreUndoneByOldVersions()
    {
        var outcome = Buckets("""{ "status": "Enabled", "destination": { "bucket": "orders-raw-standby" } }""").Outcome(Disruption.Corruption);

        Assert.Equal(3600, outcome.Rpo.Figure.Worst);

        // Noticed in an hour, decided in 15 minutes; a day's change of 24 GB is 1 GB an hour, 10 s at 100 MB/s, after an hour of listing; clients a minute.
        Assert.Equal((60 + 15 + 60 + 1) * 60 + 10, outcome.Rto.Figure.Worst!.Value, 3);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void OldVersionsThatGoTooSoon_AreNoCopyForCorruption(int days, bool lost)
    {
        var graph = Buckets("""{ "status": "Enabled", "destination": { "bucket": "orders-raw-standby" } }""")
            .Add("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", $$"""
                { "bucket": "orders-raw", "rules": [{ "status": "Enabled", "noncurrentVersionExpiration": { "noncurrentDays": {{days}} } }] }
                """);

        Assert.Equal(lost, graph.Outcome(Disruption.Corruption).Rpo.Figure.IsUnbounded);
    }

    private static TestGraph Orders(string inputs) =>
        new TestGraph().Manifests("""[{"name":"orders","kind":"table","sizeGb":36,"changeGbPerDay":1}]""").Add(Table, "orders", inputs);

    private static TestGraph Buckets(string rule) => new TestGraph().Manifests(BucketStores)
        .Add(Bucket, "raw", """{ "bucket": "orders-raw", "tags": { "dr:workload": "orders" } }""")
        .Add(Bucket, "raw-standby", """{ "bucket": "orders-raw-standby", "tags": { "dr:workload": "orders" } }""", "eu-central-1")
        .Add(Versioning, "raw-versions", """{ "bucket": "orders-raw", "versioningConfiguration": { "status": "Enabled" } }""")
        .Add(Versioning, "standby-versions", """{ "bucket": "orders-raw-standby", "versioningConfiguration": { "status": "Enabled" } }""", "eu-central-1")
        .Add(
            "aws:iam/role:Role", "r",
            """
            { "name": "r", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" },
                    "Action": "sts:AssumeRole" }] } }
            """,
            id: "r")
        .Add(
            "aws:iam/rolePolicy:RolePolicy", "r-policy",
            """{ "role": "r", "policy": { "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] } }""")
        .Add(Replication, "replication", $$"""{ "bucket": "orders-raw", "role": "arn:aws:iam::123456789012:role/r", "rules": [{{rule}}] }""");
}
