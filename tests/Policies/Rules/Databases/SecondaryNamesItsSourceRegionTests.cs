using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class SecondaryNamesItsSourceRegionTests
{
    private static readonly SecondaryNamesItsSourceRegion Rule = new();

    [Theory]
    [InlineData("standby", """{ "sourceRegion": null, "storageEncrypted": false }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "sourceRegion": null }""", "standby: it states no source Region")]
    [InlineData("standby", """{ "sourceRegion": "eu-central-1" }""", "standby: its source Region is eu-central-1, the primary is in eu-west-1")]
    [InlineData("standby", """{ "sourceRegion": "us-east-1" }""", "standby: its source Region is us-east-1, the primary is in eu-west-1")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "sourceRegion": "?" }""", "standby: sourceRegion")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
