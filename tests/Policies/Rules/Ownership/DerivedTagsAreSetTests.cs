using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class DerivedTagsAreSetTests
{
    private const string Table = "aws:dynamodb/table:Table";

    [Theory]
    [InlineData("""{"tags":{"dr:workload":"events","dr:region":"eu-west-1","managed-by":"pulumi"}}""", "")]
    [InlineData("""{"tags":{"dr:workload":"events","managed-by":"pulumi"}}""", "events: lacks the tags dr:region")]
    [InlineData("""{"tags":{"dr:workload":"events","dr:region":"eu-west-1"}}""", "events: lacks the tags managed-by")]
    [InlineData("""{"tags":{"dr:workload":"events"}}""", "events: lacks the tags dr:region, managed-by")]
    [InlineData("""{"tags":{"dr:workload":"events","dr:region":"?","managed-by":"?"}}""", "")]
    [InlineData("""{"tags":{"team":"data"}}""", "")]
    [InlineData("{}", "")]
    public void Tags_Verdict(string inputs, string violation) =>
        Assert.Equal(violation, string.Join("; ", new TestGraph().Add(Table, "events", inputs).Violations(new DerivedTagsAreSet())));

    [Fact]
    public void Remedy_AddsWhatIsMissing_AndChangesNothingElse()
    {
        var rule = new DerivedTagsAreSet();
        var graph = new TestGraph().Add(Table, "events", """{"name":"events","tags":{"dr:workload":"events","managed-by":"us"}}""").Build();
        var node = Estate.Of([graph], AwsNames.Instance).OfType(Table)[0];

        var inputs = rule.Remediate(node, new RuleParameters(rule))!;

        Assert.Equal("""{"name":"events","tags":{"dr:region":"eu-west-1","dr:workload":"events","managed-by":"us"}}""", JsonPropertyText.ToJson(inputs));
    }
}
