using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyPolicyLetsAccountAdministerTests
{
    private static readonly KeyPolicyLetsAccountAdminister Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" }] } }
        """)]
    [InlineData(
        """{ "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "kms:*", "Resource": "*" }] } }""")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
            "Action": ["kms:Put*", "kms:Enable*", "kms:Cancel*"], "Resource": "*" }] } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/admin" }, "Action": "kms:*",
            "Resource": "*" }] } }
        """,
        "the account is not allowed kms:PutKeyPolicy, kms:EnableKey, kms:CancelKeyDeletion")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": ["kms:Put*", "kms:Enable*"],
            "Resource": "*" }] } }
        """,
        "the account is not allowed kms:CancelKeyDeletion")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*",
            "Condition": { "StringEquals": { "aws:SourceVpc": "vpc-1" } } }] } }
        """,
        "the account is not allowed kms:PutKeyPolicy, kms:EnableKey, kms:CancelKeyDeletion")]
    [InlineData(
        """
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" },
            { "Effect": "Deny", "Principal": "*", "Action": "kms:PutKeyPolicy", "Resource": "*" }] } }
        """,
        "every principal is denied kms:PutKeyPolicy")]
    [InlineData("{ \"policy\": \"{x\" }", "the key policy is not a valid policy document")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: policy"], Graph("{ \"policy\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
