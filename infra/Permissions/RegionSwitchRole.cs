using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Recovery;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What Region switch may do for a plan, after the sample policies of its user guide ("Execution block permissions" and the pages
/// on alarms, reports and plan evaluation), with the plan's own resources in them.
/// </summary>
public static class RegionSwitchRole
{
    /// <summary>
    /// The trust policy of a plan's role: as the user guide has it ("Plan execution role trust policy"), without a condition, since
    /// it does not say that the service states the account or the plan that it acts for.
    /// </summary>
    public static string TrustPolicy { get; } = Trust.WithoutSource("arc-region-switch.amazonaws.com", "AssumedByRegionSwitch");

    /// <summary>For the role of a plan.</summary>
    public static string ForPlan(PairIdentity pair, string roleName, FailoverPlan plan)
    {
        var statements = new List<Statement>();
        var databases = plan.Leaves.OfType<DatabaseStep>().ToList();
        if (databases.Count > 0)
        {
            // The sample for this block describes without a resource: its evaluation asks for all clusters.
            statements.Add(new Statement
            {
                Sid = "AnyDatabaseIsDescribed",
                Action = ["rds:DescribeDBClusters", "rds:DescribeGlobalClusters"],
                Resource = ["*"],
            });
            statements.Add(new Statement
            {
                Sid = "MoveTheWriter",
                Action = ["rds:FailoverGlobalCluster", "rds:SwitchoverGlobalCluster"],
                Resource =
                [
                    .. databases.SelectMany(step => (IEnumerable<string>)
                        [Arns.GlobalCluster(pair.AccountId, step.GlobalCluster), .. step.ClusterArns]),
                ],
            });
        }

        foreach (var step in plan.Leaves.OfType<CapacityStep>())
        {
            // What it does in a cluster, the cluster's access entry says.
            statements.Add(new Statement { Sid = "FindTheClusters", Action = ["eks:DescribeCluster"], Resource = [.. step.ClusterArns] });
            statements.Add(new Statement
            {
                Sid = "SeeWhatItMayDoThere",
                Action = ["eks:ListAssociatedAccessPolicies"],
                Resource = [.. step.Regions.Select(region => Arns.AccessEntries(region, pair.AccountId, pair.Names.KubernetesCluster(region)))],
            });
        }

        // Endpoint and beacon are records of one zone, which is what this is about: the second record needs nothing more.
        foreach (var zoneId in plan.Leaves.OfType<RoutingStep>().Select(step => step.ZoneId).Distinct())
        {
            statements.Add(new Statement
            {
                Sid = "ReadTheRecords",
                Action = ["route53:ListResourceRecordSets"],
                Resource = [$"arn:aws:route53:::hostedzone/{zoneId}"],
            });
        }

        if (plan.Alarms.Count > 0)
        {
            statements.Add(new Statement
            {
                Sid = "ReadTheAlarms",
                Action = ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
                Resource = [.. plan.Alarms.Select(alarm => alarm.Arn)],
            });
        }

        // A trigger starts the plan with the plan's own role.
        string[] own = plan.Triggers.Count > 0 ? ["arc-region-switch:StartPlanExecution"] : [];
        statements.Add(OwnPlan(pair, plan.Name, own));
        statements.AddRange(Common(pair, roleName));
        return PolicyDocument.Of([.. statements]);
    }

    /// <summary>For the role of the parent plan.</summary>
    public static string ForParent(PairIdentity pair, string roleName, string planName, IEnumerable<string> childPlanNames) =>
        PolicyDocument.Of(
        [
            new Statement
            {
                Sid = "RunTheChildren",
                Action =
                [
                    "arc-region-switch:CancelPlanExecution", "arc-region-switch:GetPlanExecution", "arc-region-switch:ListPlanExecutionEvents",
                    "arc-region-switch:ListPlanExecutions", "arc-region-switch:StartPlanExecution", "arc-region-switch:UpdatePlanExecution",
                ],
                Resource = [.. childPlanNames.Select(child => Arns.RegionSwitchPlan(pair.AccountId, child))],
            },
            OwnPlan(pair, planName, []),
            .. Common(pair, roleName),
        ]);

    private static Statement OwnPlan(PairIdentity pair, string planName, string[] further) => new()
    {
        Sid = "KnowItself",
        Action =
        [
            "arc-region-switch:GetPlan", "arc-region-switch:GetPlanExecution", "arc-region-switch:ListPlanExecutions", .. further,
        ],
        Resource = [Arns.RegionSwitchPlan(pair.AccountId, planName)],
    };

    private static IEnumerable<Statement> Common(PairIdentity pair, string roleName) =>
    [
        new()
        {
            Sid = "EvaluateItself",
            Action = ["iam:SimulatePrincipalPolicy"],
            Resource = [Arns.Role(pair.AccountId, roleName)],
        },
        new()
        {
            Sid = "WriteReports",
            Action = ["s3:PutObject"],
            Resource = [$"{Arns.Bucket(pair.Names.OperationsBucket(pair.Regions.Standby))}/{OperationsBucket.PlanReportsPrefix}*"],
        },
    ];
}
