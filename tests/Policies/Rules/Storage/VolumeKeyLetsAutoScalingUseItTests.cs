using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class VolumeKeyLetsAutoScalingUseItTests
{
    private static readonly VolumeKeyLetsAutoScalingUseIt Rule = new();

    private const string Statement = """
        { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:CreateGrant"], "Resource": "*",
          "Principal": { "AWS": "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling" } }
        """;

    [Fact]
    public void RoleOfTheService_IsCompliant() => Assert.Empty(Graph(Statement).Violations(Rule));

    [Fact]
    public void MissingGrant_IsAViolation() =>
        Assert.Equal(
            ["key: the Auto Scaling service-linked role is not allowed kms:CreateGrant"],
            Graph(Statement.Change("CreateGrant", "Encrypt")).Violations(Rule));

    [Fact]
    public void NoStatement_IsAViolation() =>
        Assert.Equal(["key: the Auto Scaling service-linked role is not allowed kms:Decrypt, kms:CreateGrant"], Graph("").Violations(Rule));

    private static TestGraph Graph(string statement) => new TestGraph()
        .Add("aws:kms/key:Key", "key", $$"""{ "policy": { "Statement": [{{statement}}] } }""", id: "k")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "blockDeviceMappings": [{ "ebs": { "kmsKeyId": "k" } }] }""", id: "lt-1")
        .Add("aws:autoscaling/group:Group", "servers", """{ "launchTemplate": { "id": "lt-1" } }""");
}
