using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// Public samples of jobs, made again in small as their projects write them: without manifest, and with what the services do by default.
/// </summary>
[Trait("Practice", "F1")]
public class JobSamplesTests
{
    private const string East = "us-east-1";
    private const string West = "us-west-2";

    private static readonly RecoverySettings Objectives = RecoverySettingsFile.Parse(
        """
        workloads:
          all: { resources: ["*"] }
        objectives:
          workloads:
            all:
              instance: { rpo: 5m, rto: 1h }
              zone: { rpo: 5m, rto: 1h }
              region: { rpo: 1h, rto: 2h }
        assumptions:
          - { id: capacity, value: 5m, why: test, owner: test, reviewed: 2026-11-01 }
        """, "recovery.yaml");

    // apache/flink-kubernetes-operator, examples/basic-checkpoint-ha.yaml: everything is on the disk of a node.
    [Fact]
    public void FlinkOnTheDiskOfItsNode_LosesItsStateWithIt()
    {
        var report = Check(new TestGraph().Cluster("east", East).Object("kubernetes:flink.apache.org/v1beta1:FlinkDeployment", "basic-checkpoint-ha-example", """
            "spec": { "image": "flink:1.20", "flinkVersion": "v1_20", "serviceAccount": "flink",
              "flinkConfiguration": { "taskmanager.numberOfTaskSlots": "2", "state.savepoints.dir": "file:///flink-data/savepoints",
                "state.checkpoints.dir": "file:///flink-data/checkpoints", "high-availability.type": "kubernetes",
                "high-availability.storageDir": "file:///flink-data/ha" },
              "job": { "jarURI": "local:///opt/flink/examples/streaming/StateMachineExample.jar", "parallelism": 2, "upgradeMode": "savepoint",
                "state": "running" } }
            """, space: "default"));

        Assert.Equal(ObjectiveVerdict.Breached, Outcome(report, Disruption.Instance).RpoVerdict);
        Assert.Contains("checkpoints are on the disk of a pod", Outcome(report, Disruption.Instance).Because, StringComparison.Ordinal);
        Assert.Equal(ObjectiveVerdict.Breached, Outcome(report, Disruption.Region).RpoVerdict);
    }

    // kubeflow/spark-operator, examples/spark-pi-schedule.yaml, with the operator as its quick start installs it: it watches default alone.
    [Theory]
    [InlineData("default", 0)]
    [InlineData("analytics", 1)]
    public void SparkByTheClock_IsSeenInTheNamespaceThatTheChartWatches(string space, int violations)
    {
        var report = Check(new TestGraph().Cluster("east", East)
            .Object("kubernetes:helm.sh/v3:Release", "spark-operator", """
                "chart": "spark-operator", "repositoryOpts": { "repo": "https://kubeflow.github.io/spark-operator" }, "namespace": "spark-operator"
                """)
            .Object("kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication", "spark-pi-scheduled", """
                "spec": { "schedule": "@every 3m", "concurrencyPolicy": "Allow", "template": { "type": "Scala", "mode": "cluster",
                  "mainApplicationFile": "local:///opt/spark/examples/jars/spark-examples.jar", "restartPolicy": { "type": "Never" } } }
                """, space: space));

        Assert.Equal(violations, Of(report, "operator-watches-its-jobs").Length);
        Assert.Equal(
            ["no schedule of its name is in another Region: nothing starts its Spark application spark-pi-scheduled once us-east-1 is lost"],
            Of(report, "job-is-in-both-regions"));
    }

    // aws-samples/amazon-managed-service-for-apache-flink-examples: an application that CloudFormation starts, and nothing elsewhere.
    [Fact]
    public void ManagedFlinkOfOneRegion_LosesItsStateAndRunsNowhere()
    {
        var report = Check(new TestGraph().Add("aws:kinesisanalyticsv2/application:Application", "streaming-app", """
            { "name": "kafka-to-s3", "runtimeEnvironment": "FLINK-1_20", "serviceExecutionRole": "r", "startApplication": true,
              "applicationConfiguration": { "applicationSnapshotConfiguration": { "snapshotsEnabled": true },
                "flinkApplicationConfiguration": { "checkpointConfiguration": { "configurationType": "DEFAULT" } },
                "environmentProperties": { "propertyGroups": [{ "propertyGroupId": "Input0", "propertyMap": { "group.id": "flink-group" } }] } } }
            """, East));

        Assert.Equal(ObjectiveVerdict.Met, Outcome(report, Disruption.Zone).RpoVerdict);
        Assert.Equal(
            (ObjectiveVerdict.Breached, ObjectiveVerdict.Breached), (Outcome(report, Disruption.Region).RpoVerdict, Outcome(report, Disruption.Region).RtoVerdict));
        Assert.Single(Of(report, "job-is-in-both-regions"));
    }

    // aws-samples/mwaa-disaster-recovery, warm standby: the second environment runs, and its DAGs are paused by hand or by a function.
    [Fact]
    public void AirflowInWarmStandby_IsUnknown_AndNeverMet()
    {
        var graph = new TestGraph();
        foreach (var region in new[] { East, West })
        {
            graph.Add("aws:s3/bucket:Bucket", $"dags-{region}", $$"""{ "bucket": "mwaa-dags-{{region}}" }""", region)
                .Add("aws:mwaa/environment:Environment", $"mwaa-{region}", $$"""
                    { "name": "mwaa-2-8-1-{{region}}", "airflowVersion": "2.8.1", "dagS3Path": "dags", "sourceBucketArn": "arn:aws:s3:::mwaa-dags-{{region}}",
                      "airflowConfigurationOptions": { "core.dags_are_paused_at_creation": "True" } }
                    """, region);
        }

        var report = Check(graph);

        Assert.Empty(Of(report, "job-is-in-both-regions"));
        Assert.Empty(Of(report, "job-code-is-in-its-region"));
        Assert.NotEqual(ObjectiveVerdict.Met, Outcome(report, Disruption.Region).RpoVerdict);
        Assert.True(Stores(report).Single(store => store.Kind == "job state").Copies[0].Uses[Disruption.Region].Staleness.Figure.IsUnknown);
    }

    // aws-samples/aws-glue-samples: a job with bookmarks and a trigger for each night, its script beside its data.
    [Fact]
    public void GlueByTheClock_InOneRegion_RunsNowhereAfterIt()
    {
        var report = Check(new TestGraph()
            .Add("aws:s3/bucket:Bucket", "scripts", """{ "bucket": "aws-glue-scripts" }""", East)
            .Add("aws:glue/job:Job", "join", """
                { "name": "join_and_relationalize", "roleArn": "r", "glueVersion": "5.0", "command": { "scriptLocation": "s3://aws-glue-scripts/join.py" },
                  "defaultArguments": { "--job-bookmark-option": "job-bookmark-enable", "--TempDir": "s3://aws-glue-scripts/temp" } }
                """, East)
            .Add("aws:glue/trigger:Trigger", "nightly", """
                { "name": "nightly", "type": "SCHEDULED", "schedule": "cron(15 12 * * ? *)", "actions": [{ "jobName": "join_and_relationalize" }] }
                """, East));

        Assert.Equal(
            ["no Glue job of its name is in another Region: it runs nowhere once us-east-1 is lost",
                "no schedule of its name is in another Region: nothing starts its Glue job join_and_relationalize once us-east-1 is lost"],
            Of(report, "job-is-in-both-regions").Order(StringComparer.Ordinal));
        Assert.Contains("its bookmark stays in us-east-1", Outcome(report, Disruption.Region).Because, StringComparison.Ordinal);
    }

    // The same with the job in both Regions, whose trigger and script were copied as they are.
    [Fact]
    public void GlueCopiedIntoASecondRegion_RunsTwice_AndFromTheFirstOnesBucket()
    {
        var graph = new TestGraph().Add("aws:s3/bucket:Bucket", "scripts", """{ "bucket": "aws-glue-scripts" }""", East)
            .Add("aws:dynamodb/table:Table", "result", """{ "name": "result", "replicas": [{ "regionName": "us-west-2" }] }""", East);
        foreach (var (name, region) in new[] { ("east", East), ("west", West) })
        {
            graph.Add("aws:glue/job:Job", $"job-{name}", """{ "name": "join", "command": { "scriptLocation": "s3://aws-glue-scripts/join.py" } }""", region)
                .Add("aws:glue/trigger:Trigger", $"nightly-{name}", """
                    { "name": "nightly", "type": "SCHEDULED", "schedule": "cron(15 12 * * ? *)", "actions": [{ "jobName": "join" }] }
                    """, region);
        }

        var report = Check(graph);

        Assert.Equal(
            ["it starts the job while its twin does so too: its Glue job join begins without asking for a lease"], Of(report, "scheduled-job-runs-in-one-region"));
        Assert.Equal(["it runs in us-west-2, but starts from scripts in us-east-1"], Of(report, "job-code-is-in-its-region"));
    }

    // aws-samples/emr-serverless-samples and the EMR on EKS examples: an application, or a virtual cluster, that somebody submits jobs to.
    [Theory]
    [InlineData("aws:emrserverless/application:Application", """{ "name": "emr-serverless", "releaseLabel": "emr-7.5.0", "type": "spark" }""")]
    [InlineData("aws:emrcontainers/virtualCluster:VirtualCluster", """{ "name": "emr-on-eks", "containerProvider": { "id": "c", "type": "EKS" } }""")]
    public void EngineThatJobsAreSubmittedTo_IsReadWithoutAFigure(string type, string inputs)
    {
        var graph = new TestGraph().Add(type, "engine", inputs, East);
        var report = Check(graph);

        Assert.Single(Of(report, "job-is-in-both-regions"));
        Assert.Equal(ObjectiveVerdict.Breached, Outcome(report, Disruption.Region).RtoVerdict);
        Assert.Equal(ObjectiveVerdict.Unknown, Outcome(report, Disruption.Zone).RtoVerdict);
        Assert.Contains(
            "who submits jobs to it", Assert.Single(UnreadTypes.Of(Estate.Of([graph.Build()], AwsNames.Instance))).Why, StringComparison.Ordinal);
    }

    // The EMR guide's first cluster: Spark and Hive, one subnet, waiting for steps. The tables of Hive are described on the primary node.
    [Fact]
    public void EmrWithHive_LosesItsMetastoreWithItsZone()
    {
        var report = Check(new TestGraph().Add("aws:emr/cluster:Cluster", "cluster", """
            { "name": "my-first-cluster", "releaseLabel": "emr-7.5.0", "applications": ["Spark", "Hive"], "serviceRole": "r",
              "ec2Attributes": { "subnetId": "subnet-1" }, "coreInstanceGroup": { "instanceType": "m7g.xlarge", "instanceCount": 2 } }
            """, East));

        Assert.Equal(ObjectiveVerdict.Breached, Outcome(report, Disruption.Zone).RpoVerdict);
        Assert.Contains("Hive keeps its tables' metastore on the primary node", Outcome(report, Disruption.Zone).Because, StringComparison.Ordinal);
    }

    // Step Functions' sample project "Manage a batch job", started by a rule in each Region: the machine asks nobody.
    [Fact]
    public void BatchThroughAStateMachineInTwoRegions_RunsTwice()
    {
        const string Definition = """
            { "StartAt": "Submit Batch Job", "States": {
              "Submit Batch Job": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync",
                "Parameters": { "JobName": "BatchJobNotification", "JobQueue": "q", "JobDefinition": "d" }, "Next": "Notify Success",
                "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Notify Failure" }] },
              "Notify Success": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true },
              "Notify Failure": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true } } }
            """;
        var graph = new TestGraph().Add("aws:dynamodb/table:Table", "result", """{ "name": "result", "replicas": [{ "regionName": "us-west-2" }] }""", East);
        foreach (var (name, region) in new[] { ("east", East), ("west", West) })
        {
            graph.Add("aws:sfn/stateMachine:StateMachine", $"machine-{name}", """{ "name": "batch" }""", region)
                .With($"machine-{name}", "definition", Definition)
                .Add("aws:cloudwatch/eventRule:EventRule", $"rule-{name}", """{ "name": "daily", "scheduleExpression": "rate(1 day)" }""", region)
                .Add("aws:cloudwatch/eventTarget:EventTarget", $"target-{name}", $$"""
                    { "rule": "daily", "arn": "arn:aws:states:{{region}}:123456789012:stateMachine:batch", "roleArn": "r" }
                    """, region);
        }

        Assert.Equal(
            ["it starts the job while its twin does so too: Submit Batch Job begins without asking for a lease"],
            Of(Check(graph), "scheduled-job-runs-in-one-region"));
    }

    private static CheckReport Check(TestGraph graph) =>
        StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), Objectives, TestGraph.Today);

    private static Outcome Outcome(CheckReport report, Disruption disruption) => report.Objectives.Single(outcome => outcome.Disruption == disruption);

    private static IEnumerable<Store> Stores(CheckReport report) => report.Assessments.SelectMany(assessment => assessment.Stores);

    private static string[] Of(CheckReport report, string rule) =>
        [.. report.Violations.Where(violation => violation.Rule.Id == rule).Select(violation => violation.Message)];
}
