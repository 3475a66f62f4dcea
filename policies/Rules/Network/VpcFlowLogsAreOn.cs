using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class VpcFlowLogsAreOn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var vpc in estate.OfType(Ec2Types.Vpc))
        {
            if (estate.UsersOf(vpc, Ec2Types.FlowLog, "vpcId").Count == 0)
            {
                yield return Finding.Violation(vpc, "it has no flow log");
            }
        }

        foreach (var log in estate.OfType(Ec2Types.FlowLog))
        {
            if (log["trafficType"].Text is { } traffic && traffic != "ALL")
            {
                yield return Finding.Violation(log, $"trafficType is {traffic}, ALL needed", "trafficType");
            }

            if (log["logDestination"].IsAbsent && log["logGroupName"].IsAbsent)
            {
                yield return Finding.Violation(log, "it has no destination", "logDestination");
            }

            // CloudWatch logs where it is not stated (the service's default).
            var type = log["logDestinationType"].Text ?? "cloud-watch-logs";
            if (type is not ("cloud-watch-logs" or "s3" or "kinesis-data-firehose"))
            {
                yield return Finding.Violation(log, $"{type} is not a flow log destination type", "logDestinationType");
            }

            if (type == "cloud-watch-logs" && log["iamRoleArn"].IsAbsent)
            {
                yield return Finding.Violation(log, "it has no role", "iamRoleArn");
            }
        }
    }
}
