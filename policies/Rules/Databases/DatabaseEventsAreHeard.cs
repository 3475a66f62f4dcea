using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseEventsAreHeard : ResourceRule
{
    private static readonly string[] Databases = ["db-cluster", "db-instance"];

    protected override RuleDescriptor About => new(
        "A subscription to database events is on and hears of failures and maintenance.",
        Why: "Events are the first word of a failover or of lost storage; a subscription that leaves them out is silent when it counts.",
        Fix: "Set enabled to true, and leave eventCategories out or name failure and maintenance among them.",
        Severity.Medium, "F6 I3",
        Published: "rds_cluster_critical_event_subscription, rds_instance_critical_event_subscription");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.EventSubscription];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["enabled"], wanted: true, serviceDefault: true, "the subscription is off");
        var categories = node["eventCategories"];
        if (node["sourceType"].Text is not { } source || !Databases.Contains(source, StringComparer.Ordinal) || categories.IsAbsent)
        {
            yield break;
        }

        string[] wanted = source == "db-instance" ? ["failure", "maintenance", "configuration change"] : ["failure", "maintenance"];
        string?[] heard = [.. categories.Items.Select(category => category.Text)];
        if (categories.IsUnknown || heard.Contains(null))
        {
            yield return Verdict.Unknown(categories.Path);
            yield break;
        }

        foreach (var missing in heard.Length == 0 ? [] : wanted.Except(heard))
        {
            yield return Verdict.Violation($"events of category {missing} are not heard", categories.Path);
        }
    }
}
