using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ManifestIsInBothRegionsTests
{
    private static readonly ManifestIsInBothRegions Rule = new();

    private const string Type = "aws:ssm/parameter:Parameter";

    [Fact]
    public void ManifestInBothStacks_IsCompliant() =>
        Assert.Empty(Stack("dev", "primary", "eu-west-1").Violations(Rule, null, Stack("dr", "standby", "eu-central-1")));

    [Fact]
    public void StandbyWithoutManifest_IsAViolation() => Assert.Equal(
        ["manifest: the stack of the standby has no manifest of orders"],
        Stack("dev", "primary", "eu-west-1").Violations(
            Rule, null, new TestGraph("dr").Add("aws:s3/bucket:Bucket", "data", """{ "tags": { "dr:pair": "main" } }""")));

    [Fact]
    public void OneStackAlone_IsNotApplicable() => Assert.Empty(Stack("dev", "primary", "eu-west-1").Violations(Rule));

    private static TestGraph Stack(string stack, string role, string region) => new TestGraph(stack).Add(Type, "manifest", $$"""
        { "name": "/dr/main/orders", "type": "String",
          "insecureValue": { "pair": "main", "workload": "orders", "role": "{{role}}",
            "regions": { "primary": "eu-west-1", "standby": "eu-central-1" } } }
        """, region);
}
