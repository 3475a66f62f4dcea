using System.Collections.Immutable;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Operations;

[Trait("Practice", "H7")]
[Trait("Practice", "I3")]
public class RecoveryAlarmsTests
{
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    [Fact]
    public async Task Primary_HasItsAlarmsAndTheDashboard() => Assert.Equal(
        new Dictionary<string, int> { ["MetricAlarm"] = 22, ["CompositeAlarm"] = 4, ["Dashboard"] = 1 },
        (await DeclareAsync(StackRole.Primary)).Counts);

    [Fact]
    public async Task Standby_HasTheSameButWhatItDoesNotHold() => Assert.Equal(
        new Dictionary<string, int> { ["MetricAlarm"] = 19, ["CompositeAlarm"] = 4 },
        (await DeclareAsync(StackRole.Standby)).Counts);

    // Acceptance with the roles swapped: whatever watches one direction is there for the other one too.
    [Fact]
    public async Task BothRegions_WatchTheSameStoresOfWorkloadsWithAStandby()
    {
        string[] workloads = ["ledger", "lake"];
        var parts = new List<string[]>();
        foreach (var (role, region) in new[] { (StackRole.Primary, "eu-west-1"), (StackRole.Standby, "eu-central-1") })
        {
            parts.Add([.. (await DeclareAsync(role)).Of(MetricAlarm)
                .Select(alarm => alarm.Name[..^(region.Length + 1)])
                .Where(name => workloads.Any(workload => name.StartsWith($"{workload}-", StringComparison.Ordinal)))
                .Except(["ledger-followed-lately"])]);
        }

        Assert.NotEmpty(parts[0]);
        Assert.Equal(parts[0], parts[1]);
    }

    [Fact]
    public async Task MetricAlarm_HasAllThatItsSpecificationSays()
    {
        var alarm = (await DeclareAsync(StackRole.Standby)).Named("ledger-journal-rpo-lag-eu-central-1");

        Assert.Equal("drinfra-main-ledger-journal-rpo-lag-eu-central-1", alarm["name"]);
        Assert.Equal("AWS/RDS", alarm["namespace"]);
        Assert.Equal("AuroraGlobalDBRPOLag", alarm["metricName"]);
        Assert.Equal("drinfra-main-ledger-journal-eu-central-1", alarm["dimensions.DBClusterIdentifier"]);
        Assert.Equal("eu-west-1", alarm["dimensions.SourceRegion"]);
        Assert.Equal((75_000.0, 60.0, 1.0, 1.0), (alarm["threshold"], alarm["period"], alarm["evaluationPeriods"], alarm["datapointsToAlarm"]));
        Assert.Equal(("Maximum", "GreaterThanThreshold", "breaching"), (alarm["statistic"], alarm["comparisonOperator"], alarm["treatMissingData"]));
        Assert.Equal("ledger", alarm["tags.dr:workload"]);
        Assert.Equal("arn:topic:eu-central-1", Assert.Single((ImmutableArray<object>)alarm["alarmActions"]!));
        Assert.Equal("arn:topic:eu-central-1", Assert.Single((ImmutableArray<object>)alarm["okActions"]!));
        Assert.Contains("::aws-eu-central-1::", alarm.Provider, StringComparison.Ordinal);
    }

    // Gotcha 72: a composite sees alarms of its own Region and account only.
    [Fact]
    public async Task Gotcha72_CompositesNameAlarmsOfTheirOwnRegionThatAreThere()
    {
        foreach (var (role, region) in new[] { (StackRole.Primary, "eu-west-1"), (StackRole.Standby, "eu-central-1") })
        {
            var declared = await DeclareAsync(role);
            var names = declared.Of(MetricAlarm).Select(alarm => (string)alarm["name"]!).ToHashSet();

            Assert.Equal(
                new[] { "lake", "ledger", "reporting", "shared" }.Select(workload => $"drinfra-main-{workload}-recovery-at-risk-{region}"),
                declared.Of(CompositeAlarm).Select(composite => composite["alarmName"]));
            Assert.All(declared.Of(CompositeAlarm), composite =>
            {
                var named = ((string)composite["alarmRule"]!).Split(" OR ").Select(term => term["ALARM(\"".Length..^2]).ToList();
                Assert.NotEmpty(named);
                Assert.All(named, name => Assert.Contains(name, names));
                Assert.All(named, name => Assert.EndsWith(region, name, StringComparison.Ordinal));

                // Its alarms have told already, each for itself: one that stays red would keep a composite silent about the next.
                Assert.Null(composite["alarmActions"]);
            });
        }
    }

    // CloudWatch refuses an empty rule.
    [Fact]
    public async Task RegionWithNothingOfAWorkload_HasNoCompositeOfItAndShowsNone()
    {
        const string Workloads = """
            [{"name":"reporting","owner":"finance","tier":"internal","stores":[{"name":"reports","kind":"database","sizeGb":80,"changeGbPerDay":2}]}]
            """;
        var standby = await DeclareAsync(StackRole.Standby, Workloads);
        var primary = await DeclareAsync(StackRole.Primary, Workloads);

        Assert.Equal(["drinfra-main-shared-recovery-at-risk-eu-central-1"], standby.Of(CompositeAlarm).Select(composite => composite["alarmName"]));
        var dashboard = (string)primary.Named("shared-recovery-dashboard")["dashboardBody"]!;
        Assert.Contains("drinfra-main-reporting-recovery-at-risk-eu-west-1", dashboard, StringComparison.Ordinal);
        Assert.DoesNotContain("drinfra-main-reporting-recovery-at-risk-eu-central-1", dashboard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Composite_SpeaksForStoresAndBackupsButNotForDetectors()
    {
        var rule = (string)(await DeclareAsync(StackRole.Standby)).Named("lake-recovery-at-risk-eu-central-1")["alarmRule"]!;

        Assert.Contains("ALARM(\"drinfra-main-lake-catalogue-rpo-lag-eu-central-1\")", rule, StringComparison.Ordinal);
        Assert.Contains("ALARM(\"drinfra-main-lake-raw-backup-age-eu-central-1\")", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("replication-stopped", rule, StringComparison.Ordinal);
    }

    // Gotcha 72: the detector stands in the Region that survives, and its mirror in the other one for the way back.
    [Theory]
    [InlineData(StackRole.Standby, "eu-central-1", "breaching")]
    [InlineData(StackRole.Primary, "eu-west-1", "notBreaching")]
    public async Task Gotcha72_DetectorTellsPeopleItself(StackRole role, string region, string missing)
    {
        var detector = (await DeclareAsync(role)).Named($"lake-replication-stopped-{region}");

        Assert.Equal($"drinfra-main-lake-replication-stopped-{region}", detector["name"]);
        Assert.Equal(missing, detector["treatMissingData"]);
        Assert.Equal($"arn:topic:{region}", Assert.Single((ImmutableArray<object>)detector["alarmActions"]!));
        Assert.Equal($"arn:topic:{region}", Assert.Single((ImmutableArray<object>)detector["okActions"]!));
    }

    [Fact]
    public async Task ConditionOfTheWayBack_WakesNobody()
    {
        var declared = await DeclareAsync(StackRole.Primary, armed: true);

        Assert.Null(declared.Named("ledger-followed-lately-eu-west-1")["alarmActions"]);
        Assert.Equal(
            (30.0, 1.0),
            (declared.Named("ledger-followed-lately-eu-west-1")["evaluationPeriods"], declared.Named("ledger-followed-lately-eu-west-1")["datapointsToAlarm"]));
        Assert.DoesNotContain(
            declared.Of(CompositeAlarm), composite => ((string)composite["alarmRule"]!).Contains("followed-lately", StringComparison.Ordinal));
    }

    // The alarms ask for the replication rule by its id, which the other component chose.
    [Fact]
    public async Task RuleId_IsThatOfTheDeclaredReplication()
    {
        var declared = await Declarations.OfAsync(() =>
        {
            var settings = Configurations.PrimarySettings();
            _ = new ReplicatedBucket("bucket", new ReplicatedBucketArgs(
                new RegionContext(settings, StackRole.Primary),
                new RegionContext(settings, StackRole.Standby),
                settings.Workloads[1],
                settings.Workloads[1].Buckets.First(),
                Output.Create("arn:the-key"),
                Output.Create("arn:standby-key")));
        });

        Assert.All(
            declared.Of("aws:s3/bucketReplicationConfig:BucketReplicationConfig"),
            rule => Assert.Equal(StoreMetrics.ReplicationRuleId, rule["rules[0].id"]));
    }

    private static Task<Declarations> DeclareAsync(
        StackRole role, string workloads = Configurations.Workloads, bool armed = false) => Declarations.OfAsync(() =>
    {
        var failover = ("automaticFailover", armed ? "armed" : "observe");
        var settings = role == StackRole.Primary
            ? Configurations.PrimarySettings(("workloads", workloads), failover)
            : Configurations.StandbySettings(("workloads", workloads), failover);
        var region = new RegionContext(settings, role);
        _ = new RecoveryAlarms("alarms", new RecoveryAlarmsArgs(region, settings.Workloads, $"arn:topic:{region.Region}"));
    });
}
