using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class TagsOfAWorkloadAgreeTests
{
    private static readonly TagsOfAWorkloadAgree Rule = new();

    [Fact]
    public void AllTheSame_IsCompliant() => Assert.Empty(Estate("shop", "gold", "primary").Violations(Rule));

    [Theory]
    [InlineData("shop", "silver", "primary", "c: dr:tier is silver, on the others gold")]
    [InlineData("shop", "gold", "standby", "c: dr:role is standby, on the others primary")]
    [InlineData("shops", "gold", "primary", "c: workload shops has no recovery manifest")]
    public void OneThatDiffers_IsAViolation(string workload, string tier, string role, string message) =>
        Assert.Equal([message], Estate(workload, tier, role).Violations(Rule));

    private static TestGraph Estate(string workload, string tier, string role) => new TestGraph()
        .Add("aws:sns/topic:Topic", "a", Tags("shop", "gold", "primary"))
        .Add("aws:sns/topic:Topic", "b", Tags("shop", "gold", "primary"))
        .Add("aws:sns/topic:Topic", "c", Tags(workload, tier, role))
        .Add("aws:ssm/parameter:Parameter", "manifest", """
            { "insecureValue": { "workload": "shop", "regions": { "primary": "eu-west-1", "standby": "eu-central-1" } } }
            """);

    private static string Tags(string workload, string tier, string role) => $$"""
        { "tags": { "dr:pair": "main", "dr:workload": "{{workload}}", "dr:tier": "{{tier}}", "dr:role": "{{role}}", "dr:region": "eu-west-1" } }
        """;
}
