using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationCoversWholeBucket : StackRule
{
    protected override RuleDescriptor About => new(
        "One enabled replication rule of a bucket takes all of its objects.",
        Why: "Objects outside the prefixes and tags of the rules exist in one Region only, and nobody notices before they are missed.",
        Fix: "Give one enabled rule an empty filter (prefix \"\").",
        Severity.High, "B6 F1");

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
