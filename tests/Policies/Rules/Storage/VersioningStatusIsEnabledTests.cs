using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class VersioningStatusIsEnabledTests
{
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    [Theory]
    [InlineData("""{"versioningConfiguration":{"status":"Enabled"}}""", "")]
    [InlineData("""{"versioningConfiguration":{"status":"Suspended"}}""", "data: versioning is Suspended, Enabled needed")]
    [InlineData("""{"versioningConfiguration":{"status":"Disabled"}}""", "data: versioning is Disabled, Enabled needed")]
    [InlineData("""{"bucket":"data"}""", "data: versioning is nothing, Enabled needed")]
    [InlineData("""{"versioningConfiguration":{"status":"?"}}""", "")]
    public void Status_Verdict(string inputs, string violation) =>
        Assert.Equal(violation, string.Join("; ", new TestGraph().Add(Versioning, "data", inputs).Violations(new VersioningStatusIsEnabled())));

    [Fact]
    public void UnknownStatus_IsUnknown() => Assert.Equal(
        ["data: versioningConfiguration.status"],
        new TestGraph().Add(Versioning, "data", """{"versioningConfiguration":{"status":"?"}}""").Unknown(new VersioningStatusIsEnabled()));

    [Fact]
    public void Remedy_SwitchesItOn_AndKeepsTheRest()
    {
        var rule = new VersioningStatusIsEnabled();
        var graph = new TestGraph().Add(Versioning, "data", """{"bucket":"data","versioningConfiguration":{"status":"Suspended","mfaDelete":"Disabled"}}""")
            .Build();
        var node = Estate.Of([graph], AwsNames.Instance).OfType(Versioning)[0];

        var inputs = rule.Remediate(node, new RuleParameters(rule))!;

        Assert.Equal("""{"bucket":"data","versioningConfiguration":{"mfaDelete":"Disabled","status":"Enabled"}}""", JsonPropertyText.ToJson(inputs));
    }
}
