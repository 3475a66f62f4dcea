using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>What the role of a canary must be able to do: without it no run leaves a result, and its metric has no data.</summary>
internal static class CanaryNeeds
{
    /// <summary>Why a canary publishes nothing, as far as its role says; null where it does, or the deployment will tell.</summary>
    public static Reason? Silenced(Estate estate, Node canary) => RoleUse.Of(estate, SyntheticsTypes.Canary).Where(use => use.User == canary)
        .SelectMany(use => use.Role.Target is not { } role ? []
            : RoleAccess.Lacks(estate, canary, role, Of(estate, canary, role)).Append(RoleAccess.Refused(estate, use)).OfType<Reason>())
        .FirstOrDefault(reason => !reason.IsUnknown);

    // Source: the CloudWatch guide, "Required roles and permissions for canaries".
    public static IEnumerable<AccessNeed> Of(Estate estate, Node user, Node role)
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
