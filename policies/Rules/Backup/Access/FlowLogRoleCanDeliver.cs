using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class FlowLogRoleCanDeliver : RoleAccessRule
{
    public override string Description => "The role of a flow log may write to its log group.";

    public override IReadOnlyList<string> Practices => ["H7"];

    private protected override string UserType => "aws:ec2/flowLog:FlowLog";

    // Source: the Amazon VPC guide, "IAM role for publishing flow logs to CloudWatch Logs".
    private protected override IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        var group = user["logDestination"].Text is { } text && text.EndsWith(":*", StringComparison.Ordinal) ? text[..^2] : user["logDestination"].Text;
        return group is null || user["logDestinationType"].Text == "s3"
            ? []
            : [AccessNeed.Of("delivery", $"{group}:log-stream:sample", "logs:CreateLogStream", "logs:PutLogEvents"), AccessNeed.Of("delivery", group, "logs:DescribeLogStreams")];
    }
}
