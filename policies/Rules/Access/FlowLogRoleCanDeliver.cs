using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

public sealed class FlowLogRoleCanDeliver : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) => Lacks(estate, Ec2Types.FlowLog, (user, role) => Needs(estate, user, role));

    // Source: the Amazon VPC guide, "IAM role for publishing flow logs to CloudWatch Logs".
    private static IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        if (user["logDestinationType"].Text is "s3" or "kinesis-data-firehose" || user["logDestination"].IsAbsent)
        {
            return [];
        }

        var destination = estate.References.Follow(user, "logDestination", CloudWatchTypes.LogGroup);
        var group = destination.Text is { } text ? text.EndsWith(":*", StringComparison.Ordinal) ? text[..^2] : text
            : destination.Target?["name"].Text is { } name ? $"arn:aws:logs:{user.Region}:{Accounts.Of(role) ?? IamPattern.AnyAccount}:log-group:{name}"
            : null;
        return group is null
            ? [AccessNeed.Of("logDestination", null, "logs:PutLogEvents")]
            : [AccessNeed.Of("delivery", $"{group}:log-stream:sample", "logs:CreateLogStream", "logs:PutLogEvents"),
                AccessNeed.Of("delivery", group, "logs:DescribeLogStreams")];
    }
}
