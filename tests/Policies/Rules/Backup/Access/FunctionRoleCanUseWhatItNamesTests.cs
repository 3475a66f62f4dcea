using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class LambdaRoleCanUseWhatItNamesTests
{
    private static readonly LambdaRoleCanUseWhatItNames Rule = new();

    private static readonly string Sound = string.Join(", ",
        RoleGraph.Allow("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/grow:*", "logs:CreateLogStream", "logs:PutLogEvents"),
        RoleGraph.Allow("arn:aws:ssm:eu-west-1:111122223333:parameter/dr/main/orders", "ssm:GetParameter"),
        RoleGraph.Allow("arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/servers", "autoscaling:SetDesiredCapacity"),
        RoleGraph.Allow("*", "autoscaling:DescribeAutoScalingGroups"));

    [Fact]
    public void AllItNames_IsCompliant() => Assert.Empty(Graph(Sound).Violations(Rule));

    [Theory]
    [InlineData("autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup")]
    [InlineData("ssm:GetParameter", "ssm:Get*")]
    public void InAnotherWay_IsCompliant(string from, string to) => Assert.Empty(Graph(Sound.Change(from, to)).Violations(Rule));

    [Theory]
    [InlineData(
        "autoscaling:SetDesiredCapacity", "autoscaling:SuspendProcesses", "not allowed autoscaling:SetDesiredCapacity or autoscaling:UpdateAutoScalingGroup")]
    [InlineData("parameter/dr/main/orders", "parameter/dr/main/others", "not allowed ssm:GetParameter or")]
    [InlineData("logs:PutLogEvents", "logs:GetLogEvents", "not allowed logs:PutLogEvents")]
    [InlineData("autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribePolicies", "not allowed autoscaling:DescribeAutoScalingGroups on *")]
    public void Narrowed_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(Sound.Change(from, to)).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    private static TestGraph Graph(string statements) => new TestGraph()
        .Add("aws:ssm/parameter:Parameter", "manifest", """{ "name": "/dr/main/orders" }""")
        .Add("aws:autoscaling/group:Group", "servers", """{ "name": "servers" }""")
        .WithRole(RoleGraph.Service("lambda.amazonaws.com"), statements)
        .Add("aws:lambda/function:Function", "function", """
            { "name": "grow", "role": "arn:aws:iam::111122223333:role/role",
              "environment": { "variables": { "GROUP": "servers", "MANIFEST": "/dr/main/orders" } } }
            """);
}
