using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationCoversWholeBucket : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rules in Replications.Of(context.Estate).Enabled.GroupBy(rule => rule.Owner))
        {
            var narrowings = rules.Select(rule => rule.Narrowing).ToArray();
            if (Array.Exists(narrowings, narrowing => narrowing is null))
            {
                continue;
            }

            yield return narrowings.FirstOrDefault(narrowing => narrowing!.Value.IsUnknown) is { } unknown
                ? Finding.Unknown(rules.Key, unknown.Path)
                : Finding.Violation(
                    rules.Key,
                    $"only part of the bucket is replicated: {string.Join(", ", narrowings.Select(narrowing => $"{narrowing!.Value.Path} is {narrowing}"))}",
                    narrowings[0]!.Value.Path);
        }
    }
}
