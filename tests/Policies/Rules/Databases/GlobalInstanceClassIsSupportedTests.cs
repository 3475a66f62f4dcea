using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalInstanceClassIsSupportedTests
{
    private static readonly GlobalInstanceClassIsSupported Rule = new();

    [Theory]
    [InlineData("writer", """{ "instanceClass": "db.r5.large" }""")]
    [InlineData("writer", """{ "instanceClass": "db.x2g.16xlarge" }""")]
    [InlineData("writer", """{ "instanceClass": "db.serverless" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby-writer", """{ "instanceClass": "db.t4g.medium" }""", "standby-writer: global databases do not support db.t4g.medium")]
    [InlineData("writer", """{ "instanceClass": "db.r4.large" }""", "writer: global databases do not support db.r4.large")]
    [InlineData("writer", """{ "instanceClass": null }""", "writer: global databases do not support nothing")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("writer", """{ "instanceClass": "?" }""", "writer: instanceClass")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
