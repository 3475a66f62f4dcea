using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class FlowLogRoleCanDeliverTests
{
    private static readonly FlowLogRoleCanDeliver Rule = new();

    [Theory]
    [InlineData("arn:aws:logs:eu-west-1:111122223333:log-group:flows*", 0)]
    [InlineData("*", 0)]
    [InlineData("arn:aws:logs:eu-central-1:111122223333:log-group:flows*", 2)]
    public void Role_WritesToTheLogGroupOrNot(string resource, int violations) => Assert.Equal(violations, new TestGraph()
        .WithRole(
            RoleGraph.Service("vpc-flow-logs.amazonaws.com"), RoleGraph.Allow(resource, "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"))
        .Add(
            "aws:ec2/flowLog:FlowLog", "flows",
            """{ "iamRoleArn": "arn:aws:iam::111122223333:role/role", "logDestination": "arn:aws:logs:eu-west-1:111122223333:log-group:flows" }""")
        .Violations(Rule).Length);
}
