using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class SecretHasValueTests
{
    private static readonly SecretHasValue Rule = new();

    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Version = "aws:secretsmanager/secretVersion:SecretVersion";

    [Theory]
    [InlineData(Version, """{ "secretId": "s", "secretString": "x" }""")]
    [InlineData(Version, """{ "secretId": "s", "secretStringWo": "?" }""")]
    [InlineData("aws:secretsmanager/secretRotation:SecretRotation", """{ "secretId": "s" }""")]
    public void ValueOrRotation_IsCompliant(string type, string inputs) =>
        Assert.Empty(new TestGraph().Add(Secret, "secret", id: "s").Add(type, "value", inputs).Violations(Rule));

    [Fact]
    public void NoVersion_IsAViolation() =>
        Assert.Equal(["secret: the secret has no version, so it has no value"], new TestGraph().Add(Secret, "secret", id: "s").Violations(Rule));

    [Fact]
    public void VersionWithoutValue_IsAViolation() => Assert.Equal(
        ["value: the version has no value"], new TestGraph().Add(Secret, "secret", id: "s").Add(Version, "value", """{ "secretId": "s" }""").Violations(Rule));

    [Fact]
    public void VersionOfAnUnknownSecret_IsReportedAsUnknown() => Assert.Equal(
        ["secret: secretId"], new TestGraph().Add(Secret, "secret").Add(Version, "value", """{ "secretId": "?", "secretString": "x" }""").Unknown(Rule));
}
