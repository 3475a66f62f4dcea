using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class ResourceHasWorkloadTagsTests
{
    private const string All = """
        "dr:pair": "main", "dr:workload": "shop", "dr:tier": "gold", "dr:owner": "team", "dr:role": "primary", "dr:region": "eu-west-1",
        "dr:environment": "test"
        """;

    private static readonly ResourceHasWorkloadTags Rule = new();

    [Fact]
    public void AllTags_IsCompliant() => Assert.Empty(Table($$"""{ "tags": { {{All}} } }""").Violations(Rule));

    [Fact]
    public void OneMissing_IsAViolation() => Assert.Equal(["table: lacks the tags dr:environment"],
        Table($$"""{ "tags": { {{All}} } }""").With("table", "tags/dr:environment", null).Violations(Rule));

    [Fact]
    public void NoneOnAStore_IsAViolation() => Assert.Single(Table("{}").Add("aws:sns/topic:Topic", "topic", $$"""{ "tags": { {{All}} } }""").Violations(Rule));

    [Fact]
    public void StackOfAStranger_IsNotJudged() => Assert.Empty(Table("{}").Violations(Rule));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "table", inputs);
}
