using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketRequiresTlsTests
{
    private static readonly BucketRequiresTls Rule = new();

    [Theory]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] } }
        """)]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
            "Condition": { "NumericLessThan": { "s3:TlsVersion": "1.2" } } }] } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] } }
        """,
        "data: no policy denies plain HTTP for the bucket and its objects")]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b/*"],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] } }
        """,
        "data: no policy denies plain HTTP for the bucket and its objects")]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::c/*"],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] } }
        """,
        "data: no policy denies plain HTTP for the bucket and its objects")]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
            "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], "Condition": { "Bool": { "aws:SecureTransport": "false" } } }] } }
        """,
        "data: no policy denies plain HTTP for the bucket and its objects")]
    [InlineData(
        """
        { "bucket": "b", "policy": { "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
            "Condition": { "Bool": { "aws:SecureTransport": "true" } } }] } }
        """,
        "data: no policy denies plain HTTP for the bucket and its objects")]
    [InlineData("{ \"bucket\": \"b\", \"policy\": \"{\" }", "data: no policy denies plain HTTP for the bucket and its objects")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["data: policy"], Graph("{ \"bucket\": \"b\", \"policy\": \"?\" }").Unknown(Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() =>
        Assert.Equal(
            ["data: no policy denies plain HTTP for the bucket and its objects"], new TestGraph().Add("aws:s3/bucket:Bucket", "data").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketPolicy:BucketPolicy", "part", inputs);
}
