using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Aws.Lambda;

/// <summary>What the role of a function must be able to do: to write its log, and to use the resources that its environment names.</summary>
internal static class LambdaRoleNeeds
{
    // What a function needs of a resource whose name it is given: one of these actions.
    private static readonly (string Type, string[] AnyOf)[] Uses =
    [
        (SsmTypes.Parameter, ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]),
        (AutoScalingTypes.Group, ["autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup"]),
        (DynamoDbTypes.Table, ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:PutItem", "dynamodb:UpdateItem"]),
        (SecretsManagerTypes.Secret, ["secretsmanager:GetSecretValue"]),
        (SnsTypes.Topic, ["sns:Publish"]),
    ];

    public static IEnumerable<AccessNeed> Of(Estate estate, Node user, Node role)
    {
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var region = user.Region ?? "";
        var stated = estate.References.Follow(user, user["loggingConfig"]["logGroup"], CloudWatchTypes.LogGroup);
        var group = stated.Text ?? stated.Target?["name"].Text ?? (user["name"].Text is { } name ? $"/aws/lambda/{name}" : null);
        yield return AccessNeed.Of(
            "log", group is null ? null : $"arn:aws:logs:{region}:{account}:log-group:{group}:log-stream:sample", "logs:CreateLogStream", "logs:PutLogEvents");
        foreach (var text in user["environment"]["variables"].Members.Select(variable => variable.Value.Text).OfType<string>())
        {
            foreach (var (type, actions) in Uses)
            {
                if (estate.References.Named(user, text, type) is not { } used || used.Region != region)
                {
                    continue;
                }

                yield return new AccessNeed("use of a named resource", actions, ArnOf(used, region, account), AccessContext.Empty, Any: true);
                if (type == AutoScalingTypes.Group)
                {
                    yield return AccessNeed.Of("capacity", "*", "autoscaling:DescribeAutoScalingGroups");
                }
            }
        }
    }

    private static string? ArnOf(Node node, string region, string account) => node.Output("arn").Text ?? (node["name"].Text is { } name
        ? node.Type switch
        {
            SsmTypes.Parameter => $"arn:aws:ssm:{region}:{account}:parameter/{name.TrimStart('/')}",
            AutoScalingTypes.Group => $"arn:aws:autoscaling:{region}:{account}:autoScalingGroup:{IamPattern.AnyId}:autoScalingGroupName/{name}",
            DynamoDbTypes.Table => $"arn:aws:dynamodb:{region}:{account}:table/{name}",
            SecretsManagerTypes.Secret => $"arn:aws:secretsmanager:{region}:{account}:secret:{name}-{IamPattern.AnyId}",
            _ => $"arn:aws:sns:{region}:{account}:{name}",
        }
        : null);
}
