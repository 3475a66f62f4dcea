using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FailoverTargetMatchesWriterTests
{
    private static readonly FailoverTargetMatchesWriter Rule = new();

    [Theory]
    [InlineData("reader", """{ "promotionTier": null }""")]
    [InlineData("standby-writer", """{ "promotionTier": 15 }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "promotionTier": 2 }""", "primary: 1 of its instances in promotion tiers 0 and 1, two needed")]
    [InlineData(
        "reader", """{ "instanceClass": "db.r7g.xlarge" }""",
        "primary: a failover changes the instance class of the writer: db.r7g.xlarge and db.r7g.large in tiers 0 and 1")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "promotionTier": "?" }""", "reader: promotionTier")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
