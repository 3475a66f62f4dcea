using System.Collections.Immutable;
using DrInfra.Infra.Operations;
using DrInfra.Tests.Infra.Serving;
using Pulumi;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Operations;

public class EndpointCanaryTests
{
    private const string Canary = "aws:synthetics/canary:Canary";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Canary_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int> { ["Canary"] = 1, ["MetricAlarm"] = 1, ["Role"] = 1, ["RolePolicy"] = 1, ["BucketObjectv2"] = 1 },
        CountsWithoutOperations(await StandbyAsync(Declare)));

    // Gotcha 72 and rule 5: the signal that a Region is lost is made and kept in the other one; and the mirror serves the way back.
    [Fact]
    public async Task Gotcha72_DetectorStandsInTheRegionThatSurvives()
    {
        foreach (var (declared, here, there) in new[]
        {
            (await StandbyAsync(Declare), "eu-central-1", "eu-west-1"),
            (await PrimaryAsync(Declare), "eu-west-1", "eu-central-1"),
        })
        {
            var canary = declared.Single(Canary);
            Assert.Equal($"ledger.{there}.data.example.com", canary["runConfig.environmentVariables.PROBE_HOST"]);
            Assert.Equal("8443", canary["runConfig.environmentVariables.PROBE_PORT"]);
            Assert.Equal("/healthz/ready", canary["runConfig.environmentVariables.PROBE_PATH"]);
            Assert.Equal("ledger.data.example.com", canary["runConfig.environmentVariables.PROBE_SERVER_NAME"]);
            var alarm = declared.Single(Alarm);
            Assert.Equal($"drinfra-main-ledger-unreachable-{here}", alarm["name"]);
            Assert.All([canary, alarm], one => Assert.Contains($"::aws-{here}::", one.Provider, StringComparison.Ordinal));
            Assert.All([canary, alarm], one => Assert.Equal(here, one["tags.dr:region"]));
        }
    }

    // What the pods of a Region reach, asked in that Region: red in a standby until its database is promoted.
    [Fact]
    public async Task WriteCanary_AsksItsOwnRegionWhetherAWriteWouldBeAccepted()
    {
        var declared = await StandbyAsync(fixture => Declare(fixture, "write-canary"));

        var canary = declared.Single(Canary);
        Assert.Equal("ledger.eu-central-1.data.example.com", canary["runConfig.environmentVariables.PROBE_HOST"]);
        Assert.Equal("/healthz/write", canary["runConfig.environmentVariables.PROBE_PATH"]);
        var alarm = declared.Single(Alarm);
        Assert.Equal("drinfra-main-ledger-cannot-write-eu-central-1", alarm["name"]);
        Assert.Equal(canary["name"], alarm["dimensions.CanaryName"]);
        Assert.Equal("[arn:the-topic]", Text(alarm["alarmActions"]!));
    }

    [Fact]
    public async Task Canary_ProbesEveryMinuteWithTheCodeOfItsOwnRegion()
    {
        var declared = await StandbyAsync(Declare);

        var code = CodeArchive.Of("probe.js", "nodejs/node_modules/probe.js");
        var file = declared.Single("aws:s3/bucketObjectv2:BucketObjectv2");
        Assert.Equal(code.Base64, file["contentBase64"]);
        Assert.Equal($"code/ledger/canary-{code.Digest}.zip", file["key"]);
        var canary = declared.Single(Canary);
        Assert.Equal(file["key"], canary["s3Key"]);
        Assert.Equal("operations-bucket-eu-central-1-id", canary["s3Bucket"]);
        Assert.Null(canary["zipFile"]);
        Assert.Equal("probe.handler", canary["handler"]);
        Assert.Equal("syn-nodejs-5.2", canary["runtimeVersion"]);
        Assert.Equal("rate(1 minute)", canary["schedule.expression"]);
        Assert.Equal(30.0, canary["runConfig.timeoutInSeconds"]);
        Assert.Equal(true, canary["startCanary"]);
        Assert.Equal(true, canary["deleteLambda"]);
        Assert.Equal("s3://drinfra-main-shared-operations-eu-central-1-123456789012/canaries/ledger", canary["artifactS3Location"]);
        Assert.Equal("SSE_S3", canary["artifactConfig.s3Encryption.encryptionMode"]);
        Assert.Matches("^drinfra-main-[a-z]+-eu-[a-z]+-1$", (string)canary["name"]!);
    }

    [Fact]
    public async Task Alarm_RingsAfterThreeBadMinutesAndWhenTheCanaryIsSilent()
    {
        var declared = await StandbyAsync(Declare);

        var alarm = declared.Single(Alarm);
        Assert.Equal("CloudWatchSynthetics", alarm["namespace"]);
        Assert.Equal("SuccessPercent", alarm["metricName"]);
        Assert.Equal(declared.Single(Canary)["name"], alarm["dimensions.CanaryName"]);
        Assert.Equal("Average", alarm["statistic"]);
        Assert.Equal(60.0, alarm["period"]);
        Assert.Equal(3.0, alarm["evaluationPeriods"]);
        Assert.Equal(3.0, alarm["datapointsToAlarm"]);
        Assert.Equal(100.0, alarm["threshold"]);
        Assert.Equal("LessThanThreshold", alarm["comparisonOperator"]);
        Assert.Equal("breaching", alarm["treatMissingData"]);
        Assert.Equal("[arn:the-topic]", Text(alarm["alarmActions"]!));
        Assert.Equal("[arn:the-topic]", Text(alarm["okActions"]!));
    }

    // A tier that restores from backups has nothing to serve in the standby until it is restored there: the primary's view of it is no news.
    [Theory]
    [InlineData("internal", false)]
    [InlineData("business-operational", true)]
    public async Task AlarmOnAStandbyWithoutData_TellsNobody(string tier, bool told)
    {
        var declared = await PrimaryAsync(Declare, ("workloads", Settings.Configurations.Workloads
            .Change("\"payments-team\",\"tier\":\"mission-critical\"", $"\"payments\",\"tier\":\"{tier}\"")
            .Change(",\"consistency\":\"strong\"", "")));

        var alarm = declared.Single(Alarm);
        Assert.Equal(told, alarm["alarmActions"] is ImmutableArray<object> { Length: 1 });
        Assert.Equal("breaching", alarm["treatMissingData"]);
    }

    [Fact]
    public async Task Role_WritesItsOwnArtifactsLogsAndMetricsAndNothingElse()
    {
        var declared = await StandbyAsync(Declare);

        var statements = Statements(declared.Single("aws:iam/rolePolicy:RolePolicy"));
        Assert.Equal(["AnyBucketIsListed", "AnyMetricOfCanaries", "FindTheBucket", "WriteArtifacts", "WriteLogs"], statements.Keys.Order());
        AssertLeastPrivilege(statements);
        Assert.Equal(
            ["arn:aws:s3:::drinfra-main-shared-operations-eu-central-1-123456789012/canaries/ledger/*"],
            Texts(statements["WriteArtifacts"], "Resource"));
        Assert.Equal(
            [$"arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/cwsyn-{declared.Single(Canary)["name"]}-*"],
            Texts(statements["WriteLogs"], "Resource"));
        Assert.Contains("\"cloudwatch:namespace\":[\"CloudWatchSynthetics\"]", statements["AnyMetricOfCanaries"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activation_ChangesNothingOfTheCanary()
    {
        var standby = await StandbyAsync(Declare);
        var active = await StandbyAsync(Declare, ("activation", "active"));

        Assert.Equal(standby.All.Select(one => $"{one.Name} {Text(one.Inputs)}"), active.All.Select(one => $"{one.Name} {Text(one.Inputs)}"));
    }

    private static void Declare(ServingFixture fixture) => Declare(fixture, "canary");

    private static void Declare(ServingFixture fixture, string part) => _ = new EndpointCanary("canary", new EndpointCanaryArgs(
        fixture.Region,
        fixture.Workload,
        EndpointProbe.Of(fixture.Region.Identity, fixture.Workload, fixture.Region.Region).Single(probe => probe.Part == part),
        fixture.Settings.Versions.CanaryRuntime,
        fixture.Operations,
        Output.Create("arn:the-topic")));
}
