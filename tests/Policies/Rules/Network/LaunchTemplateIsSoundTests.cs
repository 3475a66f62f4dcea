using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class LaunchTemplateIsSoundTests
{
    private const string Sound =
        """ "imageId": "resolve:ssm:/images/app", "iamInstanceProfile": { "name": "app" }, "metadataOptions": { "httpTokens": "required" } """;

    private static readonly LaunchTemplateIsSound Rule = new();

    [Theory]
    [InlineData($$"""{ {{Sound}} }""")]
    [InlineData($$"""{ {{Sound}}, "blockDeviceMappings": [{ "ebs": { "encrypted": "true", "kmsKeyId": "arn:aws:kms:eu-west-1:1:key/a" } }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Template(inputs).Violations(Rule));

    [Theory]
    [InlineData($$"""{ {{Sound}}, "blockDeviceMappings": [{ "ebs": {} }] }""", "a volume is not encrypted")]
    [InlineData($$"""{ {{Sound}}, "blockDeviceMappings": [{ "ebs": { "encrypted": true, "kmsKeyId": "arn:aws:kms:eu-central-1:1:key/a" } }] }""",
        "a volume has a key in eu-central-1, a key in eu-west-1 needed")]
    [InlineData("""{ "imageId": "ami-1", "iamInstanceProfile": { "name": "app" } }""", "httpTokens is optional, required needed")]
    [InlineData($$"""{ {{Sound}}, "networkInterfaces": [{ "associatePublicIpAddress": "true" }] }""", "instances get public addresses")]
    public void Unsound_IsAViolation(string inputs, string message) => Assert.Equal(["app: " + message], Template(inputs).Violations(Rule));

    [Fact]
    public void UnknownEncryption_IsReportedAsUnknown() => Assert.Equal(
        ["app: blockDeviceMappings[0].ebs.encrypted"], Template($$"""{ {{Sound}}, "blockDeviceMappings": [{ "ebs": { "encrypted": "?" } }] }""").Unknown(Rule));

    private static TestGraph Template(string inputs) => new TestGraph().Add("aws:ec2/launchTemplate:LaunchTemplate", "app", inputs);
}
