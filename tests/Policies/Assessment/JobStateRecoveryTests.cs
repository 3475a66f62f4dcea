using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>The state of jobs: what of it survives in its Region, and what can be started from in another one.</summary>
[Trait("Practice", "H2")]
public class JobStateRecoveryTests
{
    private const string FlinkDeployment = "kubernetes:flink.apache.org/v1beta1:FlinkDeployment";
    private const string SparkApplication = "kubernetes:sparkoperator.k8s.io/v1beta2:SparkApplication";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    private const double Interval = 15 * 60;
    private const double Savepoint = 5 * 60;
    private const double TimeControl = 15 * 60;

    private static readonly RecoverySettings Settings = Assessed.Assumptions with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            .. RecoverySettingsFile.Parse("""
                assumptions:
                  - { id: flink-savepoint, value: 5m, why: test, owner: test, reviewed: 2026-11-01 }
                  - { id: job-start, value: 10m, why: test, owner: test, reviewed: 2026-11-01 }
                  - { id: stream-replay, value: 20m, why: test, owner: test, reviewed: 2026-11-01 }
                """, "recovery.yaml").Assumptions,
        ],
    };

    [Fact]
    public void ReplicatedSavepoints_AreAsOldAsIntervalSavepointAndReplication()
    {
        var outcome = Flink().Outcome(Disruption.Region, Settings);

        Assert.Equal(Interval + Savepoint + TimeControl, outcome.Rpo.Figure.Worst);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, outcome.RpoVerdict);
    }

    [Theory]
    [InlineData("900s", Interval)]
    [InlineData("15 min", Interval)]
    [InlineData("900000", Interval)]
    [InlineData("PT15M", Interval)]
    [InlineData("1 d", 24 * 3600d)]
    [InlineData("0 */15 * * * ?", Interval)]
    [InlineData("0 0 * * * ? *", 3600d)]
    public void Interval_IsReadAsTheOperatorReadsIt(string interval, double seconds) => Assert.Equal(
        seconds + Savepoint + TimeControl, Flink().With("job-east", Configured(IntervalKey), interval).Outcome(Disruption.Region, Settings).Rpo.Figure.Worst);

    [Theory]
    [InlineData(null, "upgrades only")]
    [InlineData("0", "upgrades only")]
    public void NoPeriodicSavepoint_LeavesNothingToStartFrom(string? interval, string why) =>
        AssertLost(Flink().With("job-east", Configured(IntervalKey), interval), why);

    [Theory]
    [InlineData("soon")]
    [InlineData("?")]
    public void IntervalThatCannotBeRead_IsUnknown(string interval) => Assert.True(
        Flink().With("job-east", Configured(IntervalKey), interval).Outcome(Disruption.Region, Settings).Rpo.Figure.IsUnknown);

    [Fact]
    public void FormerNamesAndNestedKeys_AreRead()
    {
        var former = Flink().With("job-east", Configured("execution.checkpointing.savepoint-dir"), null)
            .With("job-east", Configured("state.savepoints.dir"), "s3://state-east/savepoints");
        var nested = Flink().With("job-east", Configured(IntervalKey), null)
            .With("job-east", "spec/flinkConfiguration/kubernetes", new System.Text.Json.Nodes.JsonObject
            {
                ["operator"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["periodic"] = new System.Text.Json.Nodes.JsonObject { ["savepoint"] = new System.Text.Json.Nodes.JsonObject { ["interval"] = "15m" } },
                },
            });

        Assert.All(
            [former, nested],
            graph => Assert.Equal(Interval + Savepoint + TimeControl, graph.Outcome(Disruption.Region, Settings).Rpo.Figure.Worst));
    }

    [Theory]
    [InlineData("checkpoints/", "not those under savepoints")]
    [InlineData("savepoints/team/", "not those under savepoints")]
    public void RuleThatLeavesSavepointsOut_LeavesNothingToStartFrom(string prefix, string why) =>
        AssertLost(Flink().With("replication", "rules/0/filter/prefix", prefix), why);

    [Theory]
    [InlineData("savepoints/")]
    [InlineData("save")]
    public void RuleOfTheSavepointsAlone_Suffices(string prefix) => Assert.Equal(
        Interval + Savepoint + TimeControl,
        Flink().With("replication", "rules/0/filter/prefix", prefix).Outcome(Disruption.Region, Settings).Rpo.Figure.Worst);

    [Fact]
    public void BucketThatIsNotReplicated_LeavesNothingToStartFrom() =>
        AssertLost(Flink().Without("replication"), "is not replicated to eu-central-1");

    [Fact]
    public void SavepointsOnADisk_LeaveNothingToStartFrom() =>
        AssertLost(Flink().With("job-east", Configured("execution.checkpointing.savepoint-dir"), "file:///savepoints"), "on the disk of a pod");

    [Fact]
    public void JobWithoutATwin_RunsNowhere() => AssertLost(Flink().Without("job-west"), "no Flink job of its name is in another Region");

    [Fact]
    public void JobThatRunsInBothRegions_IsUnknown() => Assert.True(
        Flink().With("job-west", "spec/job/state", "running").Outcome(Disruption.Region, Settings).Rpo.Figure.IsUnknown);

    [Fact]
    public void HighlyAvailableJob_GoesOnFromItsCheckpoints()
    {
        var outcome = Flink().Outcome(Disruption.Zone, Settings);

        Assert.Equal((0d, 5 * 60d + 60), (outcome.Rpo.Figure.Worst, outcome.Rto.Figure.Worst));
    }

    [Theory]
    [InlineData("high-availability.type", null)]
    [InlineData("high-availability.storageDir", null)]
    [InlineData("execution.checkpointing.dir", null)]
    [InlineData("execution.checkpointing.dir", "file:///checkpoints")]
    public void JobThatCannotFindItsCheckpoints_LosesItsState(string key, string? value) => Assert.Equal(
        double.PositiveInfinity, Flink().With("job-east", Configured(key), value).Outcome(Disruption.Instance, Settings).Rpo.Figure.Worst);

    [Fact]
    public void JobOfASession_HasTheSettingsOfItsSession()
    {
        var graph = Flink().With("job-east", "spec/job", null).Object(
            "kubernetes:flink.apache.org/v1beta1:FlinkSessionJob", "session-job",
            """ "spec": { "deploymentName": "clicks", "job": { "state": "running" } } """).With("session-job", "metadata/name", "clicks");

        Assert.Equal(Interval + Savepoint + TimeControl, graph.Outcome(Disruption.Region, Settings).Rpo.Figure.Worst);
    }

    [Theory]
    [InlineData("""{ "type": "Always" }""", 5 * 60d + 60)]
    [InlineData("""{ "type": "OnFailure", "onFailureRetries": 3 }""", 5 * 60d + 60)]
    [InlineData("""{ "type": "OnFailure" }""", double.PositiveInfinity)]
    [InlineData("""{ "type": "Never" }""", double.PositiveInfinity)]
    [InlineData("{}", double.PositiveInfinity)]
    [InlineData("""{ "type": "?" }""", null)]
    public void RestartPolicy_SaysWhetherAStreamGoesOn(string policy, double? worst) =>
        Assert.Equal(worst, Spark(policy).Outcome(Disruption.Instance, Settings).Rto.Figure.Worst);

    [Theory]
    [InlineData("s3://state/other", 0d)]
    [InlineData("file:///tmp/checkpoints", double.PositiveInfinity)]
    [InlineData("hdfs:///checkpoints", null)]
    [InlineData("?", null)]
    public void Checkpoints_SayWhetherAStreamBeginsAfresh(string location, double? worst) => Assert.Equal(
        worst,
        Spark("""{ "type": "Always" }""").With("stream", "spec/sparkConf/spark.sql.streaming.checkpointLocation", location)
            .Outcome(Disruption.Instance, Settings).Rpo.Figure.Worst);

    [Fact]
    public void CheckpointsOnAVolumeOfTheDriver_AreUnknown()
    {
        var graph = Spark("""{ "type": "Always" }""").With("stream", "spec/sparkConf/spark.sql.streaming.checkpointLocation", "file:///data/checkpoints")
            .With("stream", "spec/volumes", System.Text.Json.Nodes.JsonNode.Parse("""[{ "name": "data", "persistentVolumeClaim": { "claimName": "c" } }]"""))
            .With("stream", "spec/driver", System.Text.Json.Nodes.JsonNode.Parse("""{ "volumeMounts": [{ "name": "data", "mountPath": "/data" }] }"""));

        Assert.True(graph.Outcome(Disruption.Instance, Settings).Rpo.Figure.IsUnknown);
    }

    private const string IntervalKey = "kubernetes.operator.periodic.savepoint.interval";

    private static string Configured(string key) => $"spec/flinkConfiguration/{key}";

    private static void AssertLost(TestGraph graph, string why)
    {
        var outcome = graph.Outcome(Disruption.Region, Settings);

        Assert.Equal((double.PositiveInfinity, ObjectiveVerdict.Breached), (outcome.Rpo.Figure.Worst, outcome.RpoVerdict));
        Assert.Contains(why, outcome.Because, StringComparison.Ordinal);
    }

    private static TestGraph Spark(string policy) => new TestGraph().Manifests().Cluster().Object(SparkApplication, "stream", $$"""
        "spec": { "restartPolicy": {{policy}}, "sparkConf": { "spark.sql.streaming.checkpointLocation": "s3a://state/checkpoints" } }
        """);

    // The bucket is of no workload, so that the figures are those of the job alone.
    private static TestGraph Flink()
    {
        const string Job = """
            "spec": { "flinkConfiguration": { "execution.checkpointing.dir": "s3://state-east/checkpoints",
                "execution.checkpointing.savepoint-dir": "s3://state-east/savepoints", "kubernetes.operator.periodic.savepoint.interval": "15m",
                "high-availability.type": "kubernetes", "high-availability.storageDir": "s3://state-east/ha" }, "job": { "state": "running" } }
            """;
        return new TestGraph().Manifests().Cluster().Cluster("west", "eu-central-1")
            .Add("aws:s3/bucket:Bucket", "state-east", """{ "bucket": "state-east" }""")
            .Add("aws:s3/bucket:Bucket", "state-west", """{ "bucket": "state-west" }""", "eu-central-1")
            .Add(Versioning, "versions-east", """{ "bucket": "state-east", "versioningConfiguration": { "status": "Enabled" } }""")
            .Add(Versioning, "versions-west", """{ "bucket": "state-west", "versioningConfiguration": { "status": "Enabled" } }""", "eu-central-1")
            .Role("s3")
            .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", """
                { "bucket": "state-east", "role": "arn:aws:iam::111122223333:role/s3", "rules": [{ "status": "Enabled", "filter": { "prefix": "" },
                  "deleteMarkerReplication": { "status": "Enabled" },
                  "destination": { "bucket": "state-west", "metrics": { "status": "Enabled", "eventThreshold": { "minutes": 15 } },
                    "replicationTime": { "status": "Enabled", "time": { "minutes": 15 } } } }] }
                """)
            .Object(FlinkDeployment, "job-east", Job).With("job-east", "metadata/name", "clicks")
            .Object(FlinkDeployment, "job-west", Job, "west").With("job-west", "metadata/name", "clicks").With("job-west", "spec/job/state", "suspended");
    }
}
