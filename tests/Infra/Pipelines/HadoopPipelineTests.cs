using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DrInfra.Infra.Pipelines;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Serving;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

[Trait("Practice", "F1")]
[Trait("Practice", "H2")]
public class HadoopPipelineTests
{
    private const string Machine = "aws:sfn/stateMachine:StateMachine";
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";
    private const string Job = "drinfra-main-events-compaction-eu-west-1";

    [Fact]
    public async Task Pipeline_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["SecurityConfiguration"] = 1, ["SecurityGroup"] = 2, ["SecurityGroupIngressRule"] = 3, ["SecurityGroupEgressRule"] = 2, ["Role"] = 4,
            ["RolePolicy"] = 4, ["InstanceProfile"] = 1, ["LogGroup"] = 1, ["StateMachine"] = 1, ["ScheduleGroup"] = 1, ["Schedule"] = 1,
            ["MetricAlarm"] = 1,
        },
        await CountsBesideAsync(_ => { }, Declare, Engines.With(Engines.Hadoop)));

    // Whatever the activation: which Region works, the lease says.
    [Fact]
    public async Task Schedule_IsOnInBothRegions()
    {
        (string Key, string? Value)[] changes = Engines.With(Engines.Hadoop);
        foreach (var (declared, region) in new[]
        {
            (await PrimaryAsync(Declare, changes), "eu-west-1"), (await StandbyAsync(Declare, changes), "eu-central-1"),
            (await StandbyAsync(Declare, [.. changes, ("activation", "active")]), "eu-central-1"),
        })
        {
            var schedule = declared.Single(Schedule);

            Assert.Equal(("ENABLED", "UTC", "OFF"), (schedule["state"], schedule["scheduleExpressionTimezone"], schedule["flexibleTimeWindow.mode"]));
            Assert.Equal("cron(0 */4 ? * 2-6 *)", schedule["scheduleExpression"]);
            Assert.Equal($"arn:{declared.Single(Machine).Name}", schedule["target.arn"]);
            Assert.Equal(
                ($"drinfra-main-events-compaction-{region}", 3600.0), (schedule["groupName"], schedule["target.retryPolicy.maximumEventAgeInSeconds"]));
            Assert.Equal("arn:the-job-key", schedule["kmsKeyArn"]);
        }
    }

    [Fact]
    public async Task Run_IsToldOfThreePrivateSubnetsAndItsGroups()
    {
        var declared = await PrimaryAsync(Declare, Engines.With(Engines.Hadoop));
        var input = JsonNode.Parse((string)declared.Single(Schedule)["target.input"]!)!;

        Assert.Equal(["priv-a", "priv-b", "priv-c"], input["subnets"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.NotEqual(input["nodeGroup"]!.GetValue<string>(), input["serviceGroup"]!.GetValue<string>());
    }

    [Fact]
    public async Task Machine_IsUnderOurKey_AndLogsAllButTheData()
    {
        var machine = (await PrimaryAsync(Declare, Engines.With(Engines.Hadoop))).Single(Machine);

        Assert.Equal((Job, "STANDARD"), (machine["name"], machine["type"]));
        Assert.Equal(
            ("CUSTOMER_MANAGED_KMS_KEY", "arn:the-job-key"), (machine["encryptionConfiguration.type"], machine["encryptionConfiguration.kmsKeyId"]));
        Assert.Equal(("ALL", false, "arn:events-compaction-log-eu-west-1:*"), (
            machine["loggingConfiguration.level"], machine["loggingConfiguration.includeExecutionData"], machine["loggingConfiguration.logDestination"]));
        Assert.Equal(["events-compaction-machine-policy-eu-west-1"], machine.After);
    }

    [Theory]
    [InlineData("full", 4)]
    [InlineData("small", 1)]
    public async Task Cluster_IsAsLargeAsTheSizingSays(string sizing, int nodes)
    {
        var cluster = await ClusterAsync([.. Engines.With(Engines.Hadoop), ("sizing", sizing)]);
        var fleets = cluster["Instances"]!["InstanceFleets"]!.AsArray();

        Assert.Equal([("MASTER", 1), ("CORE", nodes)], fleets.Select(fleet =>
            (fleet!["InstanceFleetType"]!.GetValue<string>(), fleet["TargetOnDemandCapacity"]!.GetValue<int>())));
        Assert.All(fleets, fleet => Assert.Equal(["m7g.xlarge", "m6g.xlarge"], fleet!["InstanceTypeConfigs"]!.AsArray()
            .Select(type => type!["InstanceType"]!.GetValue<string>())));
    }

    // No key to log in with, and it ends by itself once nobody gives it work.
    [Fact]
    public async Task Cluster_IsForOneRun()
    {
        var cluster = await ClusterAsync(Engines.With(Engines.Hadoop));

        Assert.Null(cluster["Instances"]!["Ec2KeyName"]);
        Assert.Equal((true, false), (
            cluster["Instances"]!["KeepJobFlowAliveWhenNoSteps"]!.GetValue<bool>(), cluster["Instances"]!["TerminationProtected"]!.GetValue<bool>()));
        Assert.InRange(cluster["AutoTerminationPolicy"]!["IdleTimeout"]!.GetValue<int>(), 600, 3600);
        Assert.Equal(Job, cluster["SecurityConfiguration"]!.GetValue<string>());
        Assert.Equal(
            "s3://drinfra-main-shared-operations-eu-west-1-123456789012/reports/clusters/events/compaction/", cluster["LogUri"]!.GetValue<string>());
        var tags = cluster["Tags"]!.AsArray().ToDictionary(tag => tag!["Key"]!.GetValue<string>(), tag => tag!["Value"]!.GetValue<string>());
        Assert.Equal(
            ("events", "business-critical", "true"),
            (tags["dr:workload"], tags["dr:tier"], tags["for-use-with-amazon-emr-managed-policies"]));
    }

    // EMR takes an instance profile only where its role has the same name.
    [Fact]
    public async Task InstanceProfile_HasTheNameOfItsRole()
    {
        var declared = await PrimaryAsync(Declare, Engines.With(Engines.Hadoop));
        var profile = declared.Single("aws:iam/instanceProfile:InstanceProfile");

        Assert.Equal(profile["role"], profile["name"]);
        Assert.Equal(profile["name"], (await ClusterAsync(Engines.With(Engines.Hadoop)))["JobFlowRole"]!.GetValue<string>());
    }

    [Fact]
    public void Security_EncryptsDisksAndAsksForTokens()
    {
        var security = JsonNode.Parse(HadoopPipeline.Security("arn:key"))!;
        var disks = security["EncryptionConfiguration"]!["AtRestEncryptionConfiguration"]!["LocalDiskEncryptionConfiguration"]!;

        Assert.True(security["EncryptionConfiguration"]!["EnableAtRestEncryption"]!.GetValue<bool>());
        Assert.Equal(("AwsKms", "arn:key", true), (
            disks["EncryptionKeyProviderType"]!.GetValue<string>(), disks["AwsKmsKey"]!.GetValue<string>(), disks["EnableEbsEncryption"]!.GetValue<bool>()));
        Assert.Equal(2, security["InstanceMetadataServiceConfiguration"]!["MinimumInstanceMetadataServiceVersion"]!.GetValue<int>());
    }

    [Fact]
    public async Task Groups_LetInEachOtherAlone()
    {
        var declared = await PrimaryAsync(Declare, Engines.With(Engines.Hadoop));

        Assert.All(declared.Of(Group), group => Assert.Equal((true, "true"), (
            group["revokeRulesOnDelete"], ((ImmutableDictionary<string, object>)group["tags"]!)["for-use-with-amazon-emr-managed-policies"])));
        Assert.All(declared.Of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), rule =>
        {
            Assert.NotNull(rule["referencedSecurityGroupId"]);
            Assert.Null(rule["cidrIpv4"]);
        });
    }

    [Fact]
    public async Task Alarm_RingsForRunsThatFailedAndForThoseThatNeverBegan()
    {
        var alarm = (await PrimaryAsync(Declare, Engines.With(Engines.Hadoop))).Named("events-compaction-runs-failed-eu-west-1");

        var text = Text(alarm["metricQueries"]!);
        Assert.All(
            ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted", "InvocationDroppedCount"],
            metric => Assert.Contains($"metricName:{metric}", text, StringComparison.Ordinal));
        Assert.Contains($"StateMachineArn:arn:aws:states:eu-west-1:123456789012:stateMachine:{Job}", text, StringComparison.Ordinal);
        Assert.Contains($"ScheduleGroup:{Job}", text, StringComparison.Ordinal);
        Assert.Equal("[arn:aws:sns:eu-west-1:123456789012:drinfra-main-shared-alerts-eu-west-1]", Text(alarm["alarmActions"]!));
    }

    [Fact]
    public async Task Roles_MayDoWhatTheyAreForAndNoMore()
    {
        var declared = await PrimaryAsync(Declare, Engines.With(Engines.Hadoop));

        Assert.Equal(4, declared.Of(Policy).Count);
        Assert.All(declared.Of(Policy), policy => AssertLeastPrivilege(Statements(policy)));
    }

    [Fact]
    public async Task Machine_ReadsTheLeaseOfItsWorkload_AndPassesTwoRoles()
    {
        var statements = Statements((await PrimaryAsync(Declare, Engines.With(Engines.Hadoop))).Named("events-compaction-machine-policy-eu-west-1"));

        Assert.Equal(["dynamodb:GetItem"], Texts(statements["ReadTheLease"], "Action"));
        Assert.Equal(
            """{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["events"]}}""", statements["ReadTheLease"].GetProperty("Condition").GetRawText());
        Assert.Equal(
            ["drinfra-main-events-compaction-emr-eu-west-1", "drinfra-main-events-compaction-nodes-eu-west-1"],
            statements.Values.Where(statement => Texts(statement, "Action").Contains("iam:PassRole"))
                .Select(statement => Assert.Single(Texts(statement, "Resource")).Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.All(["AnyClusterOfTheWorkloadIsMade", "TagClusters"], sid => Assert.Equal(
            """{"StringEquals":{"aws:RequestTag/dr:workload":["events"]}}""", statements[sid].GetProperty("Condition").GetRawText()));
        Assert.Equal(
            """{"StringEquals":{"aws:ResourceTag/dr:workload":["events"]}}""", statements["UseClustersOfTheWorkload"].GetProperty("Condition").GetRawText());
    }

    // What it only reads it cannot write, and what it does not name it cannot read.
    [Theory]
    [InlineData("[\"state\"]", "[]", new[] { "state" }, new string[0])]
    [InlineData("[\"state\"]", "[\"payloads\"]", new[] { "state" }, new[] { "payloads" })]
    [InlineData("[\"payloads\"]", "[\"payloads\"]", new string[0], new[] { "payloads" })]
    [InlineData("[]", "[]", new string[0], new string[0])]
    public async Task Instances_UseTheStoresThatThePipelineNames(string reads, string writes, string[] read, string[] written)
    {
        var pipeline = $"{Engines.Hadoop},\"reads\":{reads},\"writes\":{writes}";
        var statements = Statements((await PrimaryAsync(Declare, Engines.With(pipeline))).Named("events-compaction-nodes-policy-eu-west-1"));

        Assert.Equal(
            ["arn:aws:s3:::drinfra-main-events-payloads-eu-west-1-123456789012/jobs/compaction-2.1.jar"], Texts(statements["ReadTheProgram"], "Resource"));
        Assert.Equal(read.Select(Objects), statements.TryGetValue("ReadObjects", out var reading) ? Texts(reading, "Resource") : []);
        Assert.Equal(written.Select(Objects), statements.TryGetValue("UseObjects", out var using_) ? Texts(using_, "Resource") : []);
        Assert.DoesNotContain(
            statements.Values.SelectMany(statement => Texts(statement, "Action")), action => action.StartsWith("dynamodb:", StringComparison.Ordinal));
    }

    private static string Objects(string bucket) => $"arn:aws:s3:::drinfra-main-events-{bucket}-eu-west-1-123456789012/*";

    private static async Task<JsonNode> ClusterAsync((string Key, string? Value)[] changes)
    {
        var definition = JsonNode.Parse((string)(await PrimaryAsync(Declare, changes)).Single(Machine)["definition"]!)!;
        return definition["States"]!["RunOnCluster"]!["Branches"]![0]!["States"]!["MakeCluster"]!["Parameters"]!;
    }

    private static void Declare(ServingFixture fixture) => _ = new HadoopPipeline("pipeline", new HadoopPipelineArgs(
        fixture.Region, fixture.Workload, fixture.Workload.Pipelines.Single(pipeline => pipeline.Engine == PipelineEngine.Hadoop), fixture.Settings.Sizing,
        fixture.Settings.Versions.Emr, fixture.Network, Output.Create("arn:the-job-key"), Output.Create("arn:the-volume-key"),
        Output.Create("arn:the-log-key")));
}
