using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class CanaryRulesTests
{
    private const string Sound = """
        {
          "name": "probe", "startCanary": true, "handler": "probe.handler", "runtimeVersion": "syn-nodejs-puppeteer-9.1", "zipFile": "probe.zip",
          "executionRoleArn": "arn:aws:iam::123456789012:role/probe", "artifactS3Location": "s3://results/probe",
          "schedule": { "expression": "rate(1 minute)" }, "tags": { "dr:workload": "shop" },
          "runConfig": { "timeoutInSeconds": 30, "environmentVariables": { "HOST": "shop.west.example.com", "PORT": "443" } }
        }
        """;

    public static TheoryData<Rule> Rules =>
    [
        new CanaryIsStarted(), new CanaryRunsEveryFewMinutes(), new CanaryFinishesBeforeItsNextRun(), new CanaryHasItsParts(), new CanaryProbesTheOtherRegion(),
        new CanaryProbesAnOpenPort(),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void SoundCanary_IsCompliant(Rule rule)
    {
        Assert.Empty(Graph("{}").Violations(rule, null, DetectionGraph.OtherHalf));
        Assert.Empty(Graph("{}").Unknown(rule, null, DetectionGraph.OtherHalf));
    }

    [Theory]
    [InlineData("""{ "startCanary": null }""", "the canary is not started")]
    [InlineData("""{ "startCanary": false }""", "the canary is not started")]
    [InlineData("""{ "schedule": { "expression": "rate(1 minute)", "durationInSeconds": 3600 } }""", "the canary stops after 3600 seconds")]
    public void CanaryThatDoesNotRun_IsAViolation(string change, string message) =>
        Assert.Equal([$"probe: {message}"], Graph(change).Violations(new CanaryIsStarted()));

    [Theory]
    [InlineData("rate(5 minutes)", null)]
    [InlineData("cron(*/5 * * * ? *)", null)]
    [InlineData("rate(6 minutes)", "it runs every 6 minutes, 5 needed")]
    [InlineData("rate(0 minutes)", "the canary runs only once")]
    [InlineData("often", "the schedule is often, an expression such as rate(1 minute) needed")]
    public void Schedule_IsOften(string expression, string? message) => Assert.Equal(
        message is null ? [] : [$"probe: {message}"],
        Graph($$"""{ "schedule": { "expression": "{{expression}}" } }""").Violations(new CanaryRunsEveryFewMinutes()));

    [Theory]
    [InlineData("3", true)]
    [InlineData("59", true)]
    [InlineData("60", false)]
    [InlineData("2", false)]
    [InlineData("null", false)]
    public void Timeout_IsLessThanTheInterval(string seconds, bool compliant) => Assert.Equal(
        compliant, Graph($$"""{ "runConfig": { "timeoutInSeconds": {{seconds}} } }""").Violations(new CanaryFinishesBeforeItsNextRun()).Length == 0);

    [Theory]
    [InlineData("""{ "executionRoleArn": null }""", "no role is set")]
    [InlineData("""{ "executionRoleArn": "arn:aws:iam::123456789012:role/other" }""", "the role arn:aws:iam::123456789012:role/other is in none of the stacks")]
    [InlineData("""{ "handler": "probe" }""", "the handler is probe, file.function needed")]
    [InlineData("""{ "runtimeVersion": "nodejs20.x" }""", "Synthetics does not support the runtime nodejs20.x")]
    [InlineData("""{ "zipFile": null }""", "it has no code")]
    [InlineData("""{ "s3Bucket": "results", "s3Key": "gone.zip" }""", "its bucket has no object gone.zip")]
    [InlineData("""{ "artifactS3Location": "s3://far" }""", "its artifacts go to eu-west-1, but it runs in eu-central-1")]
    public void MissingPart_IsAViolation(string change, string message) =>
        Assert.Equal([$"probe: {message}"], Graph(change).Violations(new CanaryHasItsParts(), null, DetectionGraph.OtherHalf));

    [Theory]
    [InlineData("shop.central.example.com", "no host in its environment variables is in another Region than eu-central-1")]
    [InlineData("gone.example.com", "it probes gone.example.com, but no record has that name")]
    public void HostOfItsOwnRegionOrNone_IsAViolation(string host, string message) => Assert.Contains(
        $"probe: {message}",
        Graph($$"""{ "runConfig": { "timeoutInSeconds": 30, "environmentVariables": { "HOST": "{{host}}" } } }""").Violations(
            new CanaryProbesTheOtherRegion(), null, DetectionGraph.OtherHalf));

    [Fact]
    public void HostThatOtherStacksMayServe_IsUnknown() => Assert.Equal(
        ["probe: runConfig.environmentVariables.HOST"],
        Graph("""{ "runConfig": { "environmentVariables": { "HOST": "gone.example.com" } } }""").Unknown(new CanaryProbesTheOtherRegion()));

    [Fact]
    public void ClosedPort_IsAViolation() => Assert.Equal(
        ["probe: PORT is 80, the endpoint listens on 443"],
        Graph("""{ "runConfig": { "environmentVariables": { "HOST": "shop.west.example.com", "PORT": "80" } } }""").Violations(new CanaryProbesAnOpenPort()));

    private static TestGraph Graph(string change) => new TestGraph()
        .Add(DetectionGraph.Role, "probe", """{ "name": "probe" }""")
        .Add(DetectionGraph.Bucket, "results", """{ "bucket": "results" }""", DetectionGraph.Standby)
        .Add(DetectionGraph.Bucket, "far", """{ "bucket": "far" }""")
        .Add("aws:s3/bucketObjectv2:BucketObjectv2", "code", """{ "bucket": "results", "key": "probe.zip" }""", DetectionGraph.Standby)
        .Endpoint("west", DetectionGraph.Primary)
        .Endpoint("central", DetectionGraph.Standby)
        .Add(DetectionGraph.Canary, "probe", DetectionGraph.With(Sound, change), DetectionGraph.Standby);
}
