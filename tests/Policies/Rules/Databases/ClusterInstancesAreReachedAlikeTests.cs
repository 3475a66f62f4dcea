using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterInstancesAreReachedAlikeTests
{
    private static readonly ClusterInstancesAreReachedAlike Rule = new();

    [Theory]
    [InlineData("reader", """{ "publiclyAccessible": false }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "publiclyAccessible": true }""", "primary: some of its instances are publicly accessible, others are not")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "publiclyAccessible": "?" }""", "reader: publiclyAccessible")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
