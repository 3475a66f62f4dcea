using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RegionSwitchRoleCanRunItsPlanTests
{
    private static readonly RegionSwitchRoleCanRunItsPlan Rule = new();

    private static readonly string Sound = string.Join(", ",
        RoleGraph.Allow(
            "arn:aws:arc-region-switch::111122223333:plan/move:*", "arc-region-switch:GetPlan", "arc-region-switch:GetPlanExecution",
            "arc-region-switch:ListPlanExecutions", "arc-region-switch:StartPlanExecution"),
        RoleGraph.Allow("arn:aws:iam::111122223333:role/role", "iam:SimulatePrincipalPolicy"),
        RoleGraph.Allow("arn:aws:cloudwatch:eu-central-1:111122223333:alarm:down", "cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"),
        RoleGraph.Allow("arn:aws:s3:::reports/runs/*", "s3:PutObject"),
        RoleGraph.Allow("*", "rds:DescribeDBClusters", "rds:DescribeGlobalClusters"),
        RoleGraph.Allow("arn:aws:rds:*:111122223333:cluster:db-*", "rds:FailoverGlobalCluster", "rds:SwitchoverGlobalCluster"),
        RoleGraph.Allow("arn:aws:rds::111122223333:global-cluster:db", "rds:FailoverGlobalCluster", "rds:SwitchoverGlobalCluster"),
        RoleGraph.Allow("arn:aws:lambda:eu-central-1:111122223333:function:grow", "lambda:GetFunction", "lambda:InvokeFunction"),
        RoleGraph.Allow("arn:aws:route53:::hostedzone/Z1", "route53:ListResourceRecordSets"));

    [Fact]
    public void AllItsStepsNeed_IsCompliant() => Assert.Empty(Graph(Sound).Violations(Rule));

    [Theory]
    [InlineData("function:grow", "function:shrink", "not allowed lambda:GetFunction, lambda:InvokeFunction")]
    [InlineData("hostedzone/Z1", "hostedzone/Z2", "not allowed route53:ListResourceRecordSets")]
    [InlineData("alarm:down", "alarm:up", "not allowed cloudwatch:DescribeAlarmHistory, cloudwatch:DescribeAlarms")]
    [InlineData("cluster:db-*", "cluster:db-eu-west-1", "on arn:aws:rds:eu-central-1:111122223333:cluster:db-eu-central-1: promotion of plan")]
    [InlineData("reports/runs/*", "reports/others/*", "not allowed s3:PutObject on arn:aws:s3:::reports/runs/report")]
    [InlineData("StartPlanExecution", "ListPlans", "not allowed arc-region-switch:StartPlanExecution")]
    [InlineData("iam:SimulatePrincipalPolicy", "iam:GetRole", "not allowed iam:SimulatePrincipalPolicy")]
    public void Narrowed_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(Sound.Change(from, to)).Violations(Rule), violation => violation.Contains(message, StringComparison.Ordinal));

    private static TestGraph Graph(string statements) => new TestGraph()
        .WithRole(RoleGraph.Service("arc-region-switch.amazonaws.com"), statements)
        .Add("aws:arcregionswitch/plan:Plan", "plan", """
            { "name": "move", "executionRole": "arn:aws:iam::111122223333:role/role", "triggers": [{ "action": "activate" }],
              "associatedAlarms": [{ "resourceIdentifier": "arn:aws:cloudwatch:eu-central-1:111122223333:alarm:down" }],
              "reportConfigurations": [{ "reportOutputs": [{ "s3Configurations": [{ "bucketPath": "reports/runs" }] }] }],
              "workflows": [{ "steps": [
                { "parallelConfigs": [{ "steps": [
                  { "globalAuroraConfigs": [{ "globalClusterIdentifier": "db",
                    "databaseClusterArns": ["arn:aws:rds:eu-west-1:111122223333:cluster:db-eu-west-1",
                      "arn:aws:rds:eu-central-1:111122223333:cluster:db-eu-central-1"] }] },
                  { "customActionLambdaConfigs": [{ "lambdas": [{ "arn": "arn:aws:lambda:eu-central-1:111122223333:function:grow" }] }] }] }] },
                { "route53HealthCheckConfigs": [{ "hostedZoneId": "Z1" }] }] }] }
            """);
}
