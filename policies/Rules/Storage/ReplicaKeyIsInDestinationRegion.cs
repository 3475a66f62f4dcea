using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicaKeyIsInDestinationRegion : StackRule
{
    public override string Description => "The key for the copies is one of the destination bucket's Region.";

    public override string Why => "A KMS key works in its own Region only: with another one every object fails to replicate, after a deployment that succeeded.";

    public override string Fix => "Let replicaKmsKeyId be the ARN of a key of the destination's Region.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5", "B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).All.Where(rule => !rule.ReplicaKey.IsAbsent))
        {
            var key = Keys.Follow(context.Estate, rule.Owner, rule.ReplicaKey);
            var (keyRegion, region) = (key.Region, rule.Destination.Target?.Region);
            if (keyRegion is null && rule.ReplicaKey.IsKnown && !Arn.TryParse(key.Text, out _) && key.Target is null)
            {
                yield return Finding.Violation(rule.Owner, $"the key of the copies is {rule.ReplicaKey}, a key's ARN needed", rule.ReplicaKey.Path);
            }
            else if (keyRegion is null || region is null)
            {
                yield return Finding.Unknown(rule.Owner, keyRegion is null ? rule.ReplicaKey.Path : rule.Destination.Path);
            }
            else if (keyRegion != region)
            {
                yield return Finding.Violation(rule.Owner, $"the key of the copies is in {keyRegion}, the destination bucket in {region}", rule.ReplicaKey.Path);
            }
        }
    }
}
