using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class ManifestSaysWhereItStandsTests
{
    private static readonly ManifestSaysWhereItStands Rule = new();

    [Fact]
    public void OneInEachRegion_IsCompliant() => Assert.Empty(Pair("primary", "eu-west-1").Violations(Rule));

    [Fact]
    public void WrongRole_IsAViolation() => Assert.Equal(
        ["west: the role is standby in eu-west-1, primary needed"], Pair("standby", "eu-west-1").Violations(Rule));

    [Fact]
    public void SameRegionTwice_IsAViolation() => Assert.Contains(
        "west: the Regions are eu-central-1 and eu-central-1, two different Regions needed", Pair("primary", "eu-central-1").Violations(Rule));

    [Fact]
    public void OneMissing_IsAViolation() => Assert.Equal(
        ["other: the manifest of other is only in eu-west-1"],
        Pair("primary", "eu-west-1").Add("aws:ssm/parameter:Parameter", "other", Manifest("other", "primary", "eu-west-1")).Violations(Rule));

    private static TestGraph Pair(string role, string primary) => new TestGraph()
        .Add("aws:ssm/parameter:Parameter", "west", Manifest("shop", role, primary))
        .Add("aws:ssm/parameter:Parameter", "central", Manifest("shop", "standby", "eu-west-1"), "eu-central-1");

    private static string Manifest(string workload, string role, string primary) => $$"""
        { "insecureValue": { "workload": "{{workload}}", "role": "{{role}}", "regions": { "primary": "{{primary}}", "standby": "eu-central-1" } } }
        """;
}
