using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class CanaryRoleCanProbeTests
{
    private static readonly CanaryRoleCanProbe Rule = new();

    private static readonly string Sound = string.Join(", ",
        RoleGraph.Allow("arn:aws:s3:::artifacts/probe/*", "s3:GetObject", "s3:PutObject"),
        RoleGraph.Allow("arn:aws:s3:::artifacts", "s3:GetBucketLocation"),
        RoleGraph.Allow("*", "s3:ListAllMyBuckets", "cloudwatch:PutMetricData"),
        RoleGraph.Allow(
            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/cwsyn-probe-*", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"));

    [Fact]
    public void AllItNeeds_IsCompliant() => Assert.Empty(Graph(Sound).Violations(Rule));

    [Theory]
    [InlineData("cloudwatch:PutMetricData", "cloudwatch:GetMetricData", "not allowed cloudwatch:PutMetricData")]
    [InlineData("artifacts/probe/*", "artifacts/other/*", "not allowed s3:GetObject, s3:PutObject")]
    [InlineData("logs:eu-west-1", "logs:eu-central-1", "not allowed logs:CreateLogGroup")]
    public void Narrowed_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(Sound.Change(from, to)).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    private static TestGraph Graph(string statements) => new TestGraph()
        .WithRole(RoleGraph.Service("lambda.amazonaws.com"), statements)
        .Add(
            "aws:synthetics/canary:Canary", "canary",
            """{ "name": "probe", "executionRoleArn": "arn:aws:iam::111122223333:role/role", "artifactS3Location": "s3://artifacts/probe" }""");
}
