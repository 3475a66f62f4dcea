using DrInfra.Policies.Rules.Access;
using DrInfra.Tests.Policies.Rules.Jobs;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class ScheduleRoleCanStartTests
{
    private const string Machine = "arn:aws:states:eu-west-1:111122223333:stateMachine:rollup";

    private static readonly ScheduleRoleCanStart Rule = new();
    private static readonly RoleTrustsItsService Trust = new();

    [Fact]
    public void RoleThatStartsTheTarget_IsCompliant() => Assert.Empty(Graph(RoleGraph.Allow(Machine, "states:StartExecution")).Violations(Rule));

    [Theory]
    [InlineData(Machine, "states:StartSyncExecution")]
    [InlineData("arn:aws:states:eu-central-1:111122223333:stateMachine:rollup", "states:StartExecution")]
    public void RoleThatDoesNot_IsAViolation(string resource, string action) => Assert.Contains(
        $"not allowed states:StartExecution on {Machine}",
        Assert.Single(Graph(RoleGraph.Allow(resource, action)).Violations(Rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("kms:Decrypt", 0)]
    [InlineData("kms:DescribeKey", 1)]
    public void KeyOfTheSchedule_IsNeededToo(string action, int violations) => Assert.Equal(violations, Graph(string.Join(", ",
        RoleGraph.Allow(Machine, "states:StartExecution"),
        RoleGraph.Allow("arn:aws:kms:eu-west-1:111122223333:key/k1", action)))
        .Add("aws:kms/key:Key", "key", outputs: """{ "arn": "arn:aws:kms:eu-west-1:111122223333:key/k1" }""")
        .With("hourly", "kmsKeyArn", "arn:aws:kms:eu-west-1:111122223333:key/k1").Violations(Rule).Length);

    // The service says for which group of schedules it asks.
    [Theory]
    [InlineData("scheduler.amazonaws.com", "jobs", 0)]
    [InlineData("scheduler.amazonaws.com", "others", 1)]
    [InlineData("events.amazonaws.com", "jobs", 1)]
    public void Service_MustBeLetIn(string service, string group, int violations) => Assert.Equal(violations, EmrMachines.Graph(EmrMachines.Sound)
        .WithRole(RoleGraph.Service("states.amazonaws.com"), RoleGraph.Allow("*", "dynamodb:GetItem"))
        .WithRole($$"""
            { "Effect": "Allow", "Principal": { "Service": "{{service}}" }, "Action": "sts:AssumeRole",
              "Condition": { "StringEquals": { "aws:SourceArn": "arn:aws:scheduler:eu-west-1:111122223333:schedule-group/{{group}}" } } }
            """, RoleGraph.Allow(Machine, "states:StartExecution"), "starter")
        .Violations(Trust).Length);

    private static TestGraph Graph(string statements) => EmrMachines.Graph(EmrMachines.Sound)
        .WithRole(RoleGraph.Service("scheduler.amazonaws.com"), statements, "starter");
}
