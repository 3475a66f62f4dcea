using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Access;

public sealed class CanaryRoleCanProbe : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) => Lacks(estate, SyntheticsTypes.Canary, (user, role) => Needs(estate, user, role));

    // Source: the CloudWatch guide, "Required roles and permissions for canaries".
    private static IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var location = user["artifactS3Location"].Text?.Replace("s3://", "", StringComparison.Ordinal).TrimEnd('/');
        yield return AccessNeed.Of(
            "artifacts", location is null ? null : $"arn:aws:s3:::{location}{(location.Contains('/', StringComparison.Ordinal) ? "" : "/canary")}/artifact",
            "s3:GetObject", "s3:PutObject");
        yield return AccessNeed.Of("artifacts", location is null ? null : $"arn:aws:s3:::{location.Split('/')[0]}", "s3:GetBucketLocation");
        yield return AccessNeed.Of("artifacts", "*", "s3:ListAllMyBuckets");
        yield return new AccessNeed("metric", ["cloudwatch:PutMetricData"], "*", AccessContext.Of(("cloudwatch:namespace", ["CloudWatchSynthetics"])));
        yield return AccessNeed.Of(
            "log", user["name"].Text is { } name ? $"arn:aws:logs:{user.Region}:{account}:log-group:/aws/lambda/cwsyn-{name}-sample" : null,
                "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
    }
}
