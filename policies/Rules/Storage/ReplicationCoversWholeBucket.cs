using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationCoversWholeBucket : StackRule
{
    public override string Description => "One enabled replication rule of a bucket takes all of its objects.";

    public override string Why => "Objects outside the prefixes and tags of the rules exist in one Region only, and nobody notices before they are missed.";

    public override string Fix => "Give one enabled rule an empty filter (prefix \"\").";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6", "F1"];

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
