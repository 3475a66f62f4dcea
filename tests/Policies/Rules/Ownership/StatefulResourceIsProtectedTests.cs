using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class StatefulResourceIsProtectedTests
{
    private static readonly StatefulResourceIsProtected Rule = new();

    [Theory]
    [InlineData("aws:dynamodb/table:Table", "{}", "table")]
    [InlineData("aws:kms/key:Key", "{}", "encryption key")]
    [InlineData("aws:backup/vault:Vault", "{}", "backup vault")]
    [InlineData("aws:ssm/parameter:Parameter", """{ "type": "SecureString" }""", "secret parameter")]
    [InlineData("aws:ec2/instance:Instance", """{ "ebsBlockDevices": [{ "deviceName": "/dev/sdf" }] }""", "instance with its own volumes")]
    public void Unprotected_IsAViolation(string type, string inputs, string kind)
    {
        Assert.Equal([$"it: the {kind} is not protected from deletion"], new TestGraph().Add(type, "it", inputs).Violations(Rule));
        Assert.Empty(new TestGraph().Add(type, "it", inputs, options: resource => resource["protect"] = true).Violations(Rule));
    }

    [Theory]
    [InlineData("aws:ssm/parameter:Parameter", """{ "type": "String" }""")]
    [InlineData("aws:ec2/instance:Instance", "{}")]
    [InlineData("aws:iam/role:Role", "{}")]
    public void WhatHoldsNothing_IsNotJudged(string type, string inputs) => Assert.Empty(new TestGraph().Add(type, "it", inputs).Violations(Rule));
}
