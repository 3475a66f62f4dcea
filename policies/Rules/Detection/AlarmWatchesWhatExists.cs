using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmWatchesWhatExists : StackRule
{
    public override string Description => "The buckets, clusters, tables, vaults, canaries and replication rules that an alarm's dimensions name are there.";

    public override string Why => "An alarm on a resource that is not there has no data, and what it should watch goes unwatched.";

    public override string Fix => "Name the resource as it is called, best by its own output.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6", "H7"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var alarm in context.Estate.OfType(CloudWatchTypes.MetricAlarm))
        {
            foreach (var source in MetricSource.Of(alarm).Where(IsOfAws))
            {
                foreach (var (name, value) in source.Dimensions.Members)
                {
                    if (MetricDimensions.TypesOf(name) is { } types
                        && ReferenceVerdict.Of(context.Estate, StatedName.Follow(context.Estate, alarm, value, types), $"{name}") is { } verdict)
                    {
                        yield return new Finding(alarm, verdict);
                    }
                }

                if (RuleIsThere(context.Estate, alarm, source) is { } missing)
                {
                    yield return new Finding(alarm, missing);
                }
            }
        }
    }

    private static bool IsOfAws(MetricSource source) =>
        source.Namespace.Text is { } space && (space.StartsWith("AWS/", StringComparison.Ordinal) || space == "CloudWatchSynthetics");

    // The id of the replication rule is one of the source bucket's configuration.
    private static Verdict? RuleIsThere(Estate estate, Node alarm, MetricSource source)
    {
        if (source.Dimensions["RuleId"] is not { Text: { } id } rule
            || estate.References.Follow(alarm, source.Dimensions["SourceBucket"], TypeGroups.Buckets).Target is not { } bucket)
        {
            return null;
        }

        var rules = TypeGroups.Replications.SelectMany(type => estate.UsersOf(bucket, type, "bucket")).SelectMany(config => config["rules"].Items).ToArray();
        if (rules.Length == 0)
        {
            return EstateScope.IsWhole(estate) ? Verdict.Violation($"the bucket {bucket.Name} replicates nothing", rule.Path) : Verdict.Unknown(rule.Path);
        }

        return Array.Exists(rules, found => found["id"].IsUnknown || found["id"].Text == id)
            ? null
            : Verdict.Violation($"the bucket {bucket.Name} has no replication rule {id}", rule.Path);
    }
}
