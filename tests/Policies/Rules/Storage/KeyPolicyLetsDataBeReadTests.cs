using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyPolicyLetsDataBeReadTests
{
    private static readonly KeyPolicyLetsDataBeRead Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" }] } }
        """)]
    [InlineData("{ \"keyUsage\": \"SIGN_VERIFY\", \"policy\": \"{}\" }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:Put*", "Resource": "*" }] } }
        """,
        "the key policy allows no principal kms:Decrypt, kms:GenerateDataKey")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:Decrypt",
            "Resource": "*" }] } }
        """,
        "the key policy allows no principal kms:GenerateDataKey")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: policy"], Graph("{ \"policy\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
