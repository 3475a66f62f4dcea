using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>What the role of a Region switch plan must be able to do: what its steps, alarms and reports call.</summary>
internal static class PlanRoleNeeds
{
    // Source: the ARC guide, "Identity-based policy examples for Region switch", one example per kind of step. A step that works
    // through a role of another account is that role's matter.
    public static IEnumerable<AccessNeed> Of(Estate estate, Node user, Node role)
    {
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var own = ArnOf(user, account);
        yield return AccessNeed.Of("plan", own, "arc-region-switch:GetPlan", "arc-region-switch:GetPlanExecution", "arc-region-switch:ListPlanExecutions");
        if (user["triggers"].Items.Count > 0)
        {
            yield return AccessNeed.Of("trigger", own, "arc-region-switch:StartPlanExecution");
        }

        if ((role.Output("arn").Text ?? (role["name"].Text is { } roleName ? $"arn:aws:iam::{account}:role/{roleName}" : null)) is { } roleArn)
        {
            yield return AccessNeed.Of("evaluation", roleArn, "iam:SimulatePrincipalPolicy");
        }

        foreach (var alarm in user["associatedAlarms"].Items.Where(alarm => alarm["crossAccountRole"].IsAbsent))
        {
            yield return AccessNeed.Of("alarm", alarm["resourceIdentifier"].Text, "cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms");
        }

        foreach (var report in user["reportConfigurations"].Items.SelectMany(report => report["reportOutputs"].Items)
            .SelectMany(output => output["s3Configurations"].Items))
        {
            yield return AccessNeed.Of("report", report["bucketPath"].Text is { } path ? $"arn:aws:s3:::{path}/report" : null, "s3:PutObject");
        }

        foreach (var need in user["workflows"].Items.SelectMany(workflow => workflow["steps"].Items).SelectMany(Steps)
            .SelectMany(step => OfStep(estate, user, step, account)))
        {
            yield return need;
        }
    }

    private static IEnumerable<Prop> Steps(Prop step) =>
        step["parallelConfigs"].Items.SelectMany(parallel => parallel["steps"].Items).SelectMany(Steps).Prepend(step);

    private static IEnumerable<AccessNeed> OfStep(Estate estate, Node plan, Prop step, string account)
    {
        foreach (var database in Configurations(step, "globalAuroraConfigs").Concat(Configurations(step, "documentDbConfigs")))
        {
            yield return AccessNeed.Of("promotion", "*", "rds:DescribeDBClusters", "rds:DescribeGlobalClusters");
            foreach (var arn in database["databaseClusterArns"].Items.Select(item => item.Text)
                .Append(database["globalClusterIdentifier"].Text is { } global ? $"arn:aws:rds::{account}:global-cluster:{global}" : null))
            {
                yield return AccessNeed.Of("promotion", arn, "rds:FailoverGlobalCluster", "rds:SwitchoverGlobalCluster");
            }
        }

        foreach (var function in Configurations(step, "customActionLambdaConfigs").SelectMany(configuration => configuration["lambdas"].Items)
            .Where(function => function["crossAccountRole"].IsAbsent))
        {
            yield return AccessNeed.Of("custom action", function["arn"].Text, "lambda:GetFunction", "lambda:InvokeFunction");
        }

        foreach (var check in Configurations(step, "route53HealthCheckConfigs"))
        {
            yield return AccessNeed.Of(
                "traffic", check["hostedZoneId"].Text is { } zone ? $"arn:aws:route53:::hostedzone/{zone}" : null, "route53:ListResourceRecordSets");
        }

        foreach (var child in Configurations(step, "regionSwitchPlanConfigs"))
        {
            // Before the first deployment the child's ARN is unknown: then each plan that the workflows were made from is one.
            string?[] children = child["arn"].Text is { } known
                ? [known]
                : [.. ReferenceResolver.Declared(plan, "workflows", RegionSwitchTypes.Plan).Select(node => ArnOf(node, account)).DefaultIfEmpty()];
            foreach (var arn in children)
            {
                yield return AccessNeed.Of(
                    "child plan", arn, "arc-region-switch:CancelPlanExecution", "arc-region-switch:GetPlanExecution", "arc-region-switch:ListPlanExecutions",
                        "arc-region-switch:StartPlanExecution", "arc-region-switch:UpdatePlanExecution");
            }
        }

        foreach (var group in Configurations(step, "ec2AsgCapacityIncreaseConfigs").SelectMany(configuration => configuration["asgs"].Items)
            .Where(group => group["crossAccountRole"].IsAbsent))
        {
            yield return AccessNeed.Of("capacity", group["arn"].Text, "autoscaling:UpdateAutoScalingGroup");
            yield return AccessNeed.Of("capacity", "*", "autoscaling:DescribeAutoScalingGroups");
        }

        foreach (var service in Configurations(step, "ecsCapacityIncreaseConfigs").SelectMany(configuration => configuration["services"].Items)
            .Where(service => service["crossAccountRole"].IsAbsent))
        {
            yield return AccessNeed.Of("capacity", service["serviceArn"].Text, "ecs:DescribeServices", "ecs:UpdateService");
        }

        foreach (var cluster in Configurations(step, "eksResourceScalingConfigs").SelectMany(configuration => configuration["eksClusters"].Items)
            .Where(cluster => cluster["crossAccountRole"].IsAbsent))
        {
            yield return AccessNeed.Of("capacity", cluster["clusterArn"].Text, "eks:DescribeCluster");
            yield return AccessNeed.Of("capacity", EntriesOf(cluster["clusterArn"].Text), "eks:ListAssociatedAccessPolicies");
        }

        foreach (var control in Configurations(step, "arcRoutingControlConfigs").SelectMany(configuration => configuration["regionAndRoutingControls"].Items)
            .SelectMany(region => region["routingControls"].Items))
        {
            yield return AccessNeed.Of(
                "traffic", control["routingControlArn"].Text, "route53-recovery-cluster:GetRoutingControlState",
                "route53-recovery-cluster:UpdateRoutingControlStates");
        }
    }

    // The access entries of a cluster: access-entry/{cluster}/{kind}/{account}/{principal}/{id}.
    private static string? EntriesOf(string? cluster) =>
        Arn.TryParse(cluster, out var arn) ? arn.WithResource($"access-entry/{arn.Name}/{IamPattern.AnyId}").ToString() : null;

    // The end of a plan's ARN is the service's choice.
    /// <summary>The ARN of a plan, its id left open before the first deployment; null where its name is not known.</summary>
    public static string? ArnOf(Node plan, string account) =>
        plan.Output("arn").Text ?? (plan["name"].Text is { } name ? $"arn:aws:arc-region-switch::{account}:plan/{name}:{IamPattern.AnyId}" : null);

    private static IEnumerable<Prop> Configurations(Prop step, string name) =>
        step[name].Items.Where(configuration => configuration["crossAccountRole"].IsAbsent);
}
