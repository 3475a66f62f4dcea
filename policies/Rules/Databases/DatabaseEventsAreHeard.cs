using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseEventsAreHeard() : ResourceRule(RdsTypes.EventSubscription)
{
    private static readonly string[] Databases = ["db-cluster", "db-instance"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["enabled"], wanted: true, serviceDefault: true, "the subscription is disabled");
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
            yield return Verdict.Violation($"the subscription leaves out category {missing}", categories.Path);
        }
    }
}
