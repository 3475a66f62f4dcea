namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketLifecycleKeepsCurrentObjects : StackRule
{
    public override string Description => "No lifecycle rule deletes the current objects of a whole bucket with data.";

    public override string Why => "Expiry is replicated, or happens on both sides: what is still needed is deleted everywhere on a schedule, with nobody at the keyboard.";

    public override string Fix => "Narrow the expiration to what may go (a prefix or a tag), or remove it.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in LifecycleRule.Of(context.Estate).Where(rule => rule.MayBeEnabled && !rule.IsNarrow && BucketScope.HoldsData(rule.Bucket)))
        {
            var expiry = rule.Rule["expiration"]["days"].IsAbsent ? rule.Rule["expiration"]["date"] : rule.Rule["expiration"]["days"];
            if (expiry.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, expiry.Path);
            }
            else if (expiry.IsKnown && expiry.Number != 0)
            {
                yield return Finding.Violation(rule.Owner, $"all objects of the bucket expire: {expiry.Path} is {expiry}", expiry.Path);
            }
        }
    }
}
