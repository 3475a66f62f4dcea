using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketLifecycleKeepsCurrentObjects : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in LifecycleRule.Of(context.Estate).Where(rule => rule.MayBeEnabled))
        {
            var expiry = rule.Rule["expiration"]["days"].IsAbsent ? rule.Rule["expiration"]["date"] : rule.Rule["expiration"]["days"];
            var what = !rule.IsNarrow && BucketScope.HoldsData(rule.Bucket) ? "all objects of the bucket" : Declared(context.Estate, rule);
            if (what is null || expiry.IsAbsent || expiry.Number == 0)
            {
                continue;
            }

            yield return expiry.IsUnknown
                ? Finding.Unknown(rule.Owner, expiry.Path)
                : Finding.Violation(rule.Owner, $"a lifecycle rule deletes {what}: {expiry.Path} is {expiry}", expiry.Path);
        }
    }

    private static string? Declared(Estate estate, LifecycleRule rule) => CodeObjects.In(estate, rule.Bucket)
        .Select(code => code["key"].Text)
        .FirstOrDefault(key => key is not null && rule.Takes(key));
}
