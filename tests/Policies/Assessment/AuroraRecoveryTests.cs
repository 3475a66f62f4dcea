using DrInfra.Policies.Rules.Detection;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Tests.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Assessment;

public class AuroraRecoveryTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Stores = """[{"name":"journal","kind":"database","sizeGb":360,"changeGbPerDay":10}]""";

    [Fact]
    public void ReplicaWithoutBoundOrAlarm_HasATypicalLagAndNoWorst()
    {
        var outcome = Pair().Outcome(Disruption.Region);

        Assert.Equal(new Figure(1, double.PositiveInfinity, Basis.Unbounded), outcome.Rpo.Figure);
    }

    [Theory]
    [InlineData("20", 20, Basis.Enforced)]
    [InlineData("300", 300, Basis.Enforced)]
    [InlineData("19", double.PositiveInfinity, Basis.Unbounded)]
    public void EnforcedLag_BoundsTheRpoFromTwentySecondsUp(string value, double worst, Basis basis)
    {
        var outcome = Pair(parameters: $$"""[{ "name": "rds.global_db_rpo", "value": "{{value}}" }]""").Outcome(Disruption.Region);

        Assert.Equal(new Figure(1, worst, basis), outcome.Rpo.Figure);
    }

    // 60 s of lag, three bad minutes, a minute until the evaluation.
    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "alarmActions": [] }""", false)]
    [InlineData("""{ "actionsEnabled": false }""", false)]
    [InlineData("""{ "treatMissingData": "notBreaching" }""", false)]
    [InlineData("""{ "treatMissingData": null }""", false)]
    [InlineData("""{ "metricName": "AuroraGlobalDBRPOLagg" }""", false)]
    [InlineData("""{ "namespace": null }""", false)]
    [InlineData("""{ "dimensions": { "DBClusterIdentifier": "orders-journal-standby", "Stage": "prod" } }""", false)]
    [InlineData("""{ "dimensions": { "DBClusterIdentifier": "orders-journal-standby", "SourceRegion": "eu-central-1" } }""", false)]
    public void LagWithAnAlarm_IsMonitoredWhereItHasDataAndRingsAndIsHeard(string change, bool monitored)
    {
        var outcome = Pair().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "lag", LagAlarm(change), "eu-central-1").Outcome(Disruption.Region);

        Assert.Equal(monitored ? new Figure(1, 60 + 180 + 60, Basis.Alarm) : Figure.Typically(1), outcome.Rpo.Figure);
    }

    [Fact]
    public void LagWithAnAlarmWhoseSilenceIsNotKnownYet_IsUnknown() => Assert.True(
        Pair().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "lag", LagAlarm("""{ "treatMissingData": "?" }"""), "eu-central-1").Outcome(
            Disruption.Region).Rpo.Figure.IsUnknown);

    [Fact]
    public void LagWithAnAlarmThatTakesSilenceForHealth_NamesItAsTheCause()
    {
        var graph = Pair().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "lag", LagAlarm("""{ "treatMissingData": "ignore" }"""), "eu-central-1");

        Assert.Equal(["the alarm lag treats missing data as ignore: when replication stops, its metric stops too"],
            graph.Outcome(Disruption.Region).Rpo.Leaves()
            .SelectMany(leaf => leaf.Sources).Where(source => source.Kind == SourceKind.Cause).Select(source => source.Reference));
        Assert.Equal(
            ["lag: the alarm lag treats missing data as ignore: when replication stops, its metric stops too"],
            graph.Violations(new LagAlarmTreatsMissingDataAsBreaching()));
    }

    private static string LagAlarm(string change) => DetectionGraph.With("""
        {
          "name": "lag", "namespace": "AWS/RDS", "metricName": "AuroraGlobalDBRPOLag", "dimensions": { "DBClusterIdentifier": "orders-journal-standby" },
          "treatMissingData": "breaching",
          "comparisonOperator": "GreaterThanThreshold", "threshold": 60000, "period": 60, "evaluationPeriods": 3, "statistic": "Maximum",
          "alarmActions": ["arn:aws:sns:eu-central-1:111122223333:pagers"]
        }
        """, change);

    [Fact]
    public void LossOfTheRegion_TakesDetectionDecisionPromotionAndClients()
    {
        var outcome = Pair().Outcome(Disruption.Region);

        // People notice within an hour and decide within 15 minutes; promotion 10 minutes, clients 1 minute.
        Assert.Equal(new Figure(15 * 60 + 60, (60 + 15 + 10 + 1) * 60, Basis.Assumption), outcome.Rto.Figure);
    }

    [Fact]
    public void StandbyOfASmallerClass_IsResizedFirst()
    {
        var outcome = Pair(standbyClass: "db.r7g.large").Outcome(Disruption.Region);

        Assert.Equal((60 + 15 + 10 + 30 + 1) * 60, outcome.Rto.Figure.Worst);
    }

    [Fact]
    public void ReplicaUnderAKeyOfTheLostRegion_DoesNotSurvive()
    {
        var outcome = Pair(standbyKey: "arn:aws:kms:eu-west-1:123456789012:key/1").Outcome(Disruption.Region);

        Assert.True(outcome.Rpo.Figure.IsUnbounded);
        Assert.Contains("its key is in eu-west-1", outcome.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 30, 60 + 60, Basis.Assumption)]
    [InlineData(1, 600, 20 * 60 + 60, Basis.Assumption)]
    public void LossOfAnInstance_IsAFailoverWithAReaderAndAnewOneWithout(int instances, double typical, double worst, Basis basis)
    {
        var outcome = Pair(instances: instances).Outcome(Disruption.Instance);

        Assert.Equal(new Figure(typical, worst, basis), outcome.Rto.Figure);
        Assert.Equal(0, outcome.Rpo.Figure.Worst);
    }

    [Fact]
    public void Corruption_LosesDetectionAndGranularityAndRestoresBySize()
    {
        var outcome = Pair().Outcome(Disruption.Corruption);

        Assert.Equal((60 + 10) * 60, outcome.Rpo.Figure.Worst);

        // Noticed in an hour, decided in 15 minutes; the target an hour, 360 GB at 100 MB/s an hour, adoption an hour; clients a minute.
        Assert.Equal((60 + 15 + 60 + 60 + 60 + 1) * 60, outcome.Rto.Figure.Worst!.Value, 3);
    }

    [Fact]
    public void WindowShorterThanNoticingAndRestoring_IsNoCopyForCorruption() =>
        Assert.True(Pair(retention: 0).Outcome(Disruption.Corruption).Rpo.Figure.IsUnbounded);

    [Fact]
    public void OneStackAlone_NeedsTheOther()
    {
        var outcome = new TestGraph().Manifest(Stores)
            .Add(Cluster, "journal", """{ "clusterIdentifier": "orders-journal", "tags": { "dr:workload": "orders" } }""").Outcome(Disruption.Region);

        Assert.True(outcome.NeedsCounterpart);
        Assert.Equal(DrInfra.Recovery.Timeline.ObjectiveVerdict.Unknown, outcome.Verdict);
    }

    private static TestGraph Pair(
        string parameters = "[]", string standbyClass = "db.r7g.xlarge", string standbyKey = "arn:aws:kms:eu-central-1:123456789012:key/2", int instances = 2,
        int retention = 7)
    {
        var graph = new TestGraph().Manifests(Stores)
            .Add("aws:rds/globalCluster:GlobalCluster", "global", """{ "globalClusterIdentifier": "orders-journal" }""")
            .Add("aws:rds/clusterParameterGroup:ClusterParameterGroup", "parameters", $$"""{ "name": "orders-journal", "parameters": {{parameters}} }""")
            .Add(Cluster, "journal-primary", $$"""
                {
                  "clusterIdentifier": "orders-journal-primary", "globalClusterIdentifier": "orders-journal", "masterUsername": "root",
                  "backupRetentionPeriod": {{retention}},
                  "dbClusterParameterGroupName": "orders-journal", "tags": { "dr:workload": "orders" }
                }
                """)
            .Add(Cluster, "journal-standby", $$"""
                { "clusterIdentifier": "orders-journal-standby", "globalClusterIdentifier": "orders-journal", "kmsKeyId": "{{standbyKey}}",
                  "tags": { "dr:workload": "orders" } }
                """, "eu-central-1")
            .Add(
                "aws:rds/clusterInstance:ClusterInstance", "standby-1",
                $$"""{ "clusterIdentifier": "orders-journal-standby", "instanceClass": "{{standbyClass}}" }""", "eu-central-1");
        for (var i = 1; i <= instances; i++)
        {
            graph.Add(
                "aws:rds/clusterInstance:ClusterInstance", $"primary-{i}",
                $$"""
                { "clusterIdentifier": "orders-journal-primary", "instanceClass": "db.r7g.xlarge", "availabilityZone": "eu-west-1{{(char)('a' + i - 1)}}" }
                """);
        }

        return graph;
    }
}
