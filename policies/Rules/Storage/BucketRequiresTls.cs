using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketRequiresTls : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var bucket in BucketScope.Kept(context.Estate))
        {
            yield return new Finding(bucket, Judge(context.Estate, bucket));
        }
    }

    private static Verdict Judge(Estate estate, Node bucket)
    {
        var policies = BucketPolicies.Of(estate, bucket);
        if (policies.Any(policy => policy.Statements.Any(statement => Refuses(statement, bucket))))
        {
            return Verdict.Compliant;
        }

        return policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Verdict.Unknown(unknown.Path)
            : BucketParts.Of(estate).Homeless(bucket, BucketPart.Policy) is not null ? Verdict.Unknown("policy")
            : Verdict.Violation("no policy denies plain HTTP for the bucket and its objects", "policy");
    }

    private static bool Refuses(PolicyStatement statement, Node bucket) =>
        statement is { Allows: false, IsForEverybody: true }
        && statement.Covers("s3:GetObject") && statement.Covers("s3:PutObject") && statement.Covers("s3:ListBucket")
        && BucketPolicies.Covers(statement, bucket)
        && statement.Conditions.Count == 1
        && statement.Conditions[0] is var condition
        && ((condition is { Test: "Bool", Values: ["false"] } && condition.IsOn("aws:SecureTransport"))
            || (condition.Test == "NumericLessThan" && condition.IsOn("s3:TlsVersion")));
}
