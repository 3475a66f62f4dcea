using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class JobCodeIsInItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var code in JobCode.All(context.Estate).Where(code => code.Region is not null))
        {
            var buckets = code.Buckets(context.Estate);
            if (buckets is null)
            {
                yield return Finding.Unknown(code.Job, code.Place.Path);
            }
            else if (buckets.FirstOrDefault(bucket => bucket.Region is { } region && region != code.Region) is { } elsewhere)
            {
                yield return Finding.Violation(
                    code.Job, $"it runs in {code.Region}, but starts from {elsewhere.Name} in {elsewhere.Region}", code.Place.Path);
            }
        }
    }
}
