using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class VolumeIsEncryptedTests
{
    private static readonly VolumeIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "encrypted": true }""")]
    [InlineData("""{ "encrypted": false }""", "data: the volume is not encrypted")]
    [InlineData("{}", "data: the volume is not encrypted")]
    public void Volume_IsEncrypted(string inputs, params string[] violations) => Assert.Equal(violations, Volume(inputs).Violations(Rule));

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("eu-central-1", "data: the volume is not encrypted")]
    public void DefaultOfTheAccount_HoldsInItsRegion(string region, params string[] violations) => Assert.Equal(
        violations, Volume("{}").Add("aws:ebs/encryptionByDefault:EncryptionByDefault", "default", region: region).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["data: encrypted"], Volume("""{ "encrypted": "?" }""").Unknown(Rule));

    private static TestGraph Volume(string inputs) => new TestGraph().Add("aws:ebs/volume:Volume", "data", inputs);
}
