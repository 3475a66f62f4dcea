using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

/// <summary>What a Flink job of another Region starts from: savepoints, and the records after them.</summary>
[Trait("Practice", "H2")]
public class FlinkJobRulesTests
{
    private const string Deployment = "kubernetes:flink.apache.org/v1beta1:FlinkDeployment";
    private const string Application = "aws:kinesisanalyticsv2/application:Application";
    private const string Interval = "spec/flinkConfiguration/kubernetes.operator.periodic.savepoint.interval";

    private static readonly FlinkStateAndOffsetsAgree Offsets = new();
    private static readonly FlinkCopiesSavepoints Savepoints = new();

    [Fact]
    public void SourcesThatSayNothing_AreCompliant() => Assert.Empty(Jobs().Violations(Offsets));

    [Theory]
    [InlineData("spec/job/args/0", "--scan.startup.mode=group-offsets")]
    [InlineData("spec/job/args/0", "--start=committedOffsets")]
    [InlineData("spec/flinkConfiguration/source.start", "GROUP_OFFSETS")]
    [InlineData("spec/podTemplate/spec/containers/0/env/0/value", "committed-offsets")]
    [InlineData("spec/jobManager/podTemplate/spec/containers/0/env/0/value", "group_offsets")]
    public void SourcesAtTheOffsetsOfTheirGroup_AreAViolation(string property, string value) => Assert.StartsWith(
        "job-west: its sources begin where their consumer group committed",
        Assert.Single(Jobs().With("job-west", property, value).Violations(Offsets)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--scan.startup.mode=timestamp")]
    [InlineData("?")]
    public void OtherStarts_AreNotReported(string argument) => Assert.Empty(Jobs().With("job-west", "spec/job/args/0", argument).Violations(Offsets));

    [Fact]
    public void ArgumentsNotKnown_AreUnknown() => Assert.Equal(["job-west: spec.job.args"], Jobs().With("job-west", "spec/job/args", "?").Unknown(Offsets));

    [Fact]
    public void PathNotKnown_IsUnknown() => Assert.Equal(
        ["job-west: spec.job.initialSavepointPath"], Jobs().With("job-west", "spec/job/initialSavepointPath", "?").Unknown(Savepoints));

    [Fact]
    public void JobThatIsNeverRestored_MayBeginThere() => Assert.Empty(
        Jobs().Without("job-east").With("job-west", "spec/job/args/0", "group-offsets").Violations(Offsets));

    [Fact]
    public void JobThatIsStartedFromASavepoint_MayNot() => Assert.Single(
        Jobs().Without("job-east").With("job-west", "spec/job/args/0", "group-offsets")
            .With("job-west", "spec/job/initialSavepointPath", "s3://state-west/savepoints/1").Violations(Offsets));

    [Theory]
    [InlineData("eu-central-1", 2)]
    [InlineData(null, 0)]
    public void ManagedApplicationOfTwoRegions_MayNotBeginThere(string? other, int violations)
    {
        var graph = new TestGraph().Add(Application, "east", Managed);

        Assert.Equal(violations, (other is null ? graph : graph.Add(Application, "west", Managed, other)).Violations(Offsets).Length);
    }

    [Fact]
    public void OffsetsWaived_AreNotReported() => Assert.Empty(Jobs().With("job-west", "spec/job/args/0", "group-offsets").Violations(
        Offsets, RecoverySettingsFile.Parse(
            "waivers: [{ rule: flink-state-and-offsets-agree, urn: '*::job-west', reason: tried, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    [Fact]
    public void SavepointsByTheClock_AreCompliant() => Assert.Empty(Jobs().Violations(Savepoints));

    [Fact]
    public void SavepointsOfAFollower_AreCompliant() => Assert.Empty(Jobs().With("job-east", Interval, null).With("job-west", Interval, null)
        .With("job-east", "metadata/annotations", new System.Text.Json.Nodes.JsonObject
        {
            [DrInfra.Recovery.Protocol.SavepointProtocol.FolderAnnotation] = "s3://state-east/orders",
        }).With("job-west", "spec/job/upgradeMode", "last-state").Violations(Savepoints));

    [Theory]
    [InlineData("s3://state-west/checkpoints/0a1b/chk-12")]
    [InlineData("s3://other/chk-12")]
    public void StartFromACheckpoint_IsAViolation(string path) => Assert.StartsWith(
        "job-west: it starts from a checkpoint, which names its files",
        Assert.Single(Jobs().With("job-west", "spec/job/initialSavepointPath", path).Violations(Savepoints)), StringComparison.Ordinal);

    [Fact]
    public void StartFromAnIncrementalCheckpoint_SaysSo() => Assert.Contains(
        "which shares files with those before it",
        Assert.Single(Jobs().With("job-west", "spec/job/initialSavepointPath", "s3://state-west/checkpoints/0a1b/chk-12")
            .With("job-west", "spec/flinkConfiguration/execution.checkpointing.incremental", "true").Violations(Savepoints)), StringComparison.Ordinal);

    [Fact]
    public void StartFromASavepoint_IsCompliant() => Assert.Empty(
        Jobs().With("job-west", "spec/job/initialSavepointPath", "s3://state-west/savepoints/savepoint-1").Violations(Savepoints));

    [Fact]
    public void CheckpointsThatAreCopiedWithoutSavepoints_AreAViolation() => Assert.StartsWith(
        "job-east: state-east with its checkpoints is replicated, but nothing takes savepoints",
        Assert.Single(Jobs().With("job-east", Interval, null).With("job-west", Interval, null).Violations(Savepoints)), StringComparison.Ordinal);

    [Fact]
    public void LastStateAcrossRegions_IsAViolation() => Assert.Contains(
        Jobs().With("job-east", Interval, null).With("job-west", Interval, null).With("job-west", "spec/job/upgradeMode", "last-state").Violations(Savepoints),
        violation => violation.StartsWith("job-west: it starts from the last state in its own cluster", StringComparison.Ordinal));

    [Fact]
    public void JobOfOneRegion_IsNotJudged() => Assert.Empty(Jobs().Without("job-west").With("job-east", Interval, null).Violations(Savepoints));

    [Fact]
    public void SavepointsWaived_AreNotReported() => Assert.Empty(
        Jobs().With("job-east", Interval, null).With("job-west", Interval, null).Violations(Savepoints, RecoverySettingsFile.Parse(
            "waivers: [{ rule: flink-copies-savepoints, urn: '*::job-east', reason: replayed, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    private const string Managed = """
        { "name": "clicks", "runtimeEnvironment": "FLINK-1_20", "applicationConfiguration": { "environmentProperties": { "propertyGroups": [
          { "propertyGroupId": "KafkaSource", "propertyMap": { "scan.startup.mode": "group-offsets" } }] } } }
        """;

    private static TestGraph Jobs()
    {
        static string Job(string state, string name) => $$"""
            "spec": { "flinkConfiguration": { "execution.checkpointing.dir": "s3://state-{{name}}/checkpoints",
                "execution.checkpointing.savepoint-dir": "s3://state-{{name}}/savepoints", "kubernetes.operator.periodic.savepoint.interval": "15m" },
              "podTemplate": { "spec": { "containers": [{ "name": "main", "env": [{ "name": "START" }] }] } },
              "jobManager": { "podTemplate": { "spec": { "containers": [{ "name": "main", "env": [{ "name": "START" }] }] } } },
              "job": { "state": "{{state}}", "args": [""] } }
            """;
        return new TestGraph().Cluster().Cluster("west", "eu-central-1")
            .Add("aws:s3/bucket:Bucket", "state-east", """{ "bucket": "state-east" }""")
            .Add("aws:s3/bucket:Bucket", "state-west", """{ "bucket": "state-west" }""", "eu-central-1")
            .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", """
                { "bucket": "state-east", "role": "r", "rules": [{ "status": "Enabled", "destination": { "bucket": "state-west" } }] }
                """)
            .Object(Deployment, "job-east", Job("running", "east")).With("job-east", "metadata/name", "clicks")
            .Object(Deployment, "job-west", Job("suspended", "west"), "west").With("job-west", "metadata/name", "clicks");
    }
}
