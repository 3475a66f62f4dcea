using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketPolicyKeepsRecoveryOpen : StackRule
{
    // What a recovery does to the objects of a bucket.
    private static readonly string[] Actions =
    [
        "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionForReplication", "s3:PutObject", "s3:ReplicateObject", "s3:ListBucket",
    ];

    // Who or where the caller is; a service of the account, or a role in the other Region, is not inside such a network.
    private static readonly string[] Networks = ["aws:sourceip", "aws:vpcsourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:requestedregion"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from bucket in BucketScope.Kept(context.Estate)
        from policy in BucketPolicies.Of(context.Estate, bucket)
        from statement in policy.Statements
        where ShutsOut(statement)
        select Finding.Violation(
            policy.Owner,
            $"statement {statement.Name} denies {(statement.Actions.Count > 0 ? statement.Actions[0] : "nearly all actions")} also to the recovery roles",
            policy.Path);

    private static bool ShutsOut(PolicyStatement statement) =>
        statement is { Allows: false, IsForEverybody: true }
        && Array.Exists(Actions, statement.Covers)
        && statement.Conditions.All(condition => condition.IsOn(Networks));
}
