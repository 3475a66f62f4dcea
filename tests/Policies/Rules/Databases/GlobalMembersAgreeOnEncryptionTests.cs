using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMembersAgreeOnEncryptionTests
{
    private static readonly GlobalMembersAgreeOnEncryption Rule = new();

    [Theory]
    [InlineData("standby", """{ "storageEncrypted": null }""", "standby: it is not encrypted, but global is")]
    [InlineData("primary", """{ "storageEncrypted": false }""", "primary: it is not encrypted, but global is")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Fact]
    public void GlobalClusterAloneIsNot_ItIsTheOneToChange() => Assert.Equal(
        ["global: it is not encrypted, but primary is", "global: it is not encrypted, but standby is"],
        new AuroraGraph().With("global", """{ "storageEncrypted": false }""").Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "storageEncrypted": "?" }""", "standby: storageEncrypted")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
