using DrInfra.Policies.Rules.Access;
using DrInfra.Tests.Policies.Rules.Jobs;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class StateMachineRoleCanRunTests
{
    private const string Cluster = "arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*";
    private const string OfTheWorkload = """ "Condition": { "StringEquals": { "aws:ResourceTag/dr:workload": "orders" } } """;

    private static readonly StateMachineRoleCanRun Rule = new();

    private static readonly string Sound = string.Join(", ",
        RoleGraph.Allow("arn:aws:dynamodb:eu-west-1:111122223333:table/lease", "dynamodb:GetItem"),
        """
        { "Effect": "Allow", "Action": "elasticmapreduce:RunJobFlow", "Resource": "*",
          "Condition": { "StringEquals": { "aws:RequestTag/dr:workload": "orders" } } }
        """,
        Passes("emr", "elasticmapreduce.amazonaws.com"),
        Passes("nodes", "ec2.amazonaws.com"),
        $$"""
        { "Effect": "Allow", "Resource": "{{Cluster}}", {{OfTheWorkload}},
          "Action": ["elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:DescribeStep", "elasticmapreduce:TerminateJobFlows"] }
        """);

    [Fact]
    public void AllThatItsTasksAsk_IsCompliant() => Assert.Empty(Graph(Sound).Violations(Rule));

    [Theory]
    [InlineData("dynamodb:GetItem", "dynamodb:Query", "not allowed dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:111122223333:table/lease")]
    [InlineData("table/lease", "table/other", "not allowed dynamodb:GetItem")]
    [InlineData("aws:RequestTag/dr:workload\": \"orders", "aws:RequestTag/dr:workload\": \"others", "not allowed elasticmapreduce:RunJobFlow on *")]
    [InlineData("aws:ResourceTag/dr:workload\": \"orders", "aws:ResourceTag/dr:workload\": \"others", "not allowed elasticmapreduce:TerminateJobFlows")]
    [InlineData("elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:ListSteps", "not allowed elasticmapreduce:AddJobFlowSteps")]
    [InlineData("elasticmapreduce:DescribeStep", "elasticmapreduce:ListSteps", "not allowed elasticmapreduce:DescribeStep")]
    [InlineData("role/nodes", "role/others", "not allowed iam:PassRole on arn:aws:iam::111122223333:role/nodes")]
    [InlineData("\"elasticmapreduce.amazonaws.com\"", "\"glue.amazonaws.com\"", "not allowed iam:PassRole on arn:aws:iam::111122223333:role/emr")]
    public void Narrowed_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(Sound.Change(from, to)).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("orders", 0)]
    [InlineData("others", 2)]
    public void LeaseOfOneWorkload_IsReadByItsOwnMachine(string workload, int violations) => Assert.Equal(violations, Graph(Sound.Change(
        "\"dynamodb:GetItem\"]",
        $$"""
        "dynamodb:GetItem"], "Condition": { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "{{workload}}" } }
        """.TrimEnd())).Violations(Rule).Length);

    private static string Passes(string role, string service) => $$"""
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/{{role}}",
          "Condition": { "StringEquals": { "iam:PassedToService": "{{service}}" } } }
        """;

    private static TestGraph Graph(string statements) =>
        EmrMachines.Graph(EmrMachines.Sound).WithRole(RoleGraph.Service("states.amazonaws.com"), statements);
}
