using System.Text.RegularExpressions;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// After a failover the standby writes and the primary follows. Whatever protects or watches one direction is there for the other
/// from the first deployment: this walks the list.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F5")]
public partial class SwappedRolesTests(ShippedStacks stacks)
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private IEnumerable<(GraphResource Resource, string Region)> All => stacks.Both.SelectMany(stack =>
        stack.Graph.Aws().Select(resource => (resource, stack.Graph.ProviderOf(resource).Inputs.Text("region")!)));

    /// <summary>What protects or watches, as texts in which the Region that it is in, and the other one, are called here and there.</summary>
    public static TheoryData<string, int> Protections => new()
    {
        // Two rules per bucket, two direction each way: as many out of one Region as out of the other.
        { "aws:s3/bucketReplicationConfig:BucketReplicationConfig", 5 },
        { "aws:backup/vault:Vault", 1 },
        { "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", 1 },
        { "aws:backup/regionSettings:RegionSettings", 1 },
        { "aws:synthetics/canary:Canary", 3 },
        { "aws:sns/topic:Topic", 2 },
        { "aws:sns/topicSubscription:TopicSubscription", 3 },
        { "aws:sqs/queue:Queue", 3 },
        { "aws:lb/loadBalancer:LoadBalancer", 2 },
        { "aws:eks/cluster:Cluster", 1 },
        { "aws:ecr/repository:Repository", 8 },
        { "aws:ec2/capacityReservation:CapacityReservation", 3 },
        { "aws:ssm/parameter:Parameter", 6 },
        { "aws:msk/cluster:Cluster", 1 },
        { "aws:msk/replicator:Replicator", 1 },
    };

    [Theory]
    [MemberData(nameof(Protections))]
    public void Protection_IsInBothRegionsAlike(string type, int inEach)
    {
        Assert.Equal(inEach, In(Primary, type).Count());
        Assert.Equal(inEach, In(Standby, type).Count());
    }

    [Fact]
    public void ReplicationRules_MirrorEachOther() => Assert.Equal(
        Described(Primary, "aws:s3/bucketReplicationConfig:BucketReplicationConfig", Rule),
        Described(Standby, "aws:s3/bucketReplicationConfig:BucketReplicationConfig", Rule));

    // The database of a tier that restores from backups has no cluster to back up in the standby Region until it is restored there.
    [Fact]
    public void BackupPlans_CopyTheOtherWayToo()
    {
        var primary = Described(Primary, "aws:backup/plan:Plan", Plan);
        var standby = Described(Standby, "aws:backup/plan:Plan", Plan);

        Assert.NotEmpty(standby);
        Assert.Equal(primary.Where(plan => !plan.Contains("reporting-database", StringComparison.Ordinal)), standby);
        Assert.Contains(standby, plan => plan.Contains("vault of there", StringComparison.Ordinal));
    }

    [Fact]
    public void Alarms_WatchTheOtherDirectionToo()
    {
        var primary = Described(Primary, "aws:cloudwatch/metricAlarm:MetricAlarm", Alarm);
        var standby = Described(Standby, "aws:cloudwatch/metricAlarm:MetricAlarm", Alarm);

        Assert.NotEmpty(standby);
        Assert.Empty(standby.Except(primary));

        // What only the primary has to itself: a database without a standby, which Region follows, the copy outside AWS, which the active Region
        // alone makes, and consumers of a queue.
        Assert.All(primary.Except(standby), alarm => Assert.True(
            new[] { "reporting-reports", "followed-lately", "vault-copy-age", "transfers-age" }.Any(part => alarm.Contains(part, StringComparison.Ordinal)),
            alarm));
    }

    [Fact]
    public void Canaries_ProbeEachOthersRegion_AndWhatTheirOwnWrites()
    {
        Assert.Equal(
            ["events.there.data.example.com", "ledger.here.data.example.com", "ledger.there.data.example.com"],
            Described(Primary, "aws:synthetics/canary:Canary", Probed));
        Assert.Equal(Described(Primary, "aws:synthetics/canary:Canary", Probed), Described(Standby, "aws:synthetics/canary:Canary", Probed));

        static string Probed(GraphResource canary) => ((MapValue)((MapValue)canary.Inputs["runConfig"]!)["environmentVariables"]!).Text("PROBE_HOST")!;
    }

    private static readonly string[] JobTypes =
    [
        "kubernetes:flink.apache.org/v1beta1:FlinkDeployment", "kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication",
        "kubernetes:helm.sh/v3:Release", "aws:sfn/stateMachine:StateMachine", "aws:scheduler/schedule:Schedule",
        "aws:emr/securityConfiguration:SecurityConfiguration",
    ];

    /// <summary>A job that starts after a failover is the job that ran before: but for ids and the label with its stack's role, it is the same text.</summary>
    [Fact]
    public void Jobs_AreTheSameInBothRegions()
    {
        var primary = Jobs(stacks.Dev.Graph, Primary, Standby);

        Assert.Equal(JobTypes.Order(StringComparer.Ordinal), primary.Select(job => job.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(primary, Jobs(stacks.Dr.Graph, Standby, Primary));
    }

    [Fact]
    public void ActivatingTheStandby_ChangesNoJob() =>
        Assert.Equal(Jobs(stacks.Dr.Graph, Standby, Primary), Jobs(stacks.Active.Graph, Standby, Primary));

    private static List<string> Jobs(ResourceGraph graph, string here, string there) =>
    [
        .. graph.Resources
            .Where(resource => JobTypes.Contains(resource.Type) && resource.Name.EndsWith(here, StringComparison.Ordinal))
            .Select(resource => OfTheStack().Replace($"{resource.Type} {resource.Name} {resource.Inputs}", "$1"))
            .Select(text => text.Replace(here, "here", StringComparison.Ordinal).Replace(there, "there", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    // Ids that a preview makes up, and the label, which is also a tag of the clusters that a state machine makes.
    [GeneratedRegex(@"(sg-|subnet-|key/|[./:]role(?:\W|u0022|Value)+)(?:[0-9a-f-]+|primary|standby)")]
    private static partial Regex OfTheStack();

    private static string Rule(GraphResource config) => string.Join(' ', config.Inputs["rules"]!.Texts()
        .Where(text => !text.Text.StartsWith("arn:aws:kms:", StringComparison.Ordinal))
        .Select(text => $"{text.Path}={text.Text}"));

    private static string Plan(GraphResource plan) => string.Join(' ', plan.Inputs.Texts()
        .Where(text => !text.Path.StartsWith("tags.", StringComparison.Ordinal) && text.Path != "name")
        .Select(text => $"{text.Path}={text.Text}")
        .Prepend(plan.Name));

    private static string Alarm(GraphResource alarm) => string.Join(' ', alarm.Inputs.Texts()
        .Where(text =>
            text.Path is "name" or "metricName" || (text.Path.StartsWith("dimensions.", StringComparison.Ordinal) && text.Path != "dimensions.CanaryName"))
        .Select(text => $"{text.Path}={text.Text}"));

    private IEnumerable<GraphResource> In(string region, string type) =>
        All.Where(pair => pair.Region == region && pair.Resource.Type == type).Select(pair => pair.Resource);

    private List<string> Described(string region, string type, Func<GraphResource, string> describe)
    {
        var other = region == Primary ? Standby : Primary;
        return
        [
            .. In(region, type)
                .Select(resource => describe(resource)
                    .Replace(region, "here", StringComparison.Ordinal)
                    .Replace(other, "there", StringComparison.Ordinal)
                    .Replace("backup-vault:drinfra-main-shared-backup-there", "vault of there", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
