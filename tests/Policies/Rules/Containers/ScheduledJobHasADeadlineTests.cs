using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class ScheduledJobHasADeadlineTests
{
    private static readonly ScheduledJobHasADeadline Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "startingDeadlineSeconds": 300 } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": {} }""", "it states no startingDeadlineSeconds")]
    [InlineData("""{ "spec": { "startingDeadlineSeconds": 300, "suspend": true } }""", "it is suspended")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"dump: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "startingDeadlineSeconds": 300, "suspend": "?" } }""", "spec.suspend")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"dump: {property}", Graph(inputs).Unknown(Rule));
    }

    [Theory]
    [InlineData("\"startingDeadlineSeconds\": 300, ", 0)]
    [InlineData("", 1)]
    public void JobThatFollowsTheBeacon_IsSuspendedByRight(string deadline, int violations) => Assert.Equal(violations, Graph(
        $$"""{ "metadata": { "labels": { "dr.drinfra.io/follows": "beacon" } }, "spec": { {{deadline}}"suspend": true } }""").Violations(Rule).Length);

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:batch/v1:CronJob", "dump", inputs);
}
