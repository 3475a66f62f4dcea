using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>
/// Which stores a selection takes: those that its resources or its tags name, less the excluded ones, that meet all its conditions,
/// in its own Region. Source: the AWS Backup guide, "Assign resources using the API".
/// </summary>
internal sealed record BackupSelection(Node Node, Node? Plan, IReadOnlyList<BackupStore> Stores, string? Unknown)
{
    public static BackupSelection Of(Estate estate, Node node, IEnumerable<BackupStore> inRegion)
    {
        var plan = estate.References.Follow(node, "planId", BackupTypes.Plan).Target;
        var named = estate.References.FollowAll(node, node["resources"], [.. BackupStores.Types]);
        var stores = new List<BackupStore>();
        var unsure = false;
        foreach (var store in inRegion)
        {
            switch (Takes(node, store, named.Any(reference => reference.Target == store.Node && reference.Text is null)))
            {
                case true:
                    stores.Add(store);
                    break;
                case null:
                    unsure = true;
                    break;
            }
        }

        return new BackupSelection(node, plan, stores, unsure ? "resources" : null);
    }

    private static bool? Takes(Node node, BackupStore store, bool referenced)
    {
        var named = referenced ? true : AnyMatches(node["resources"], store);
        var tagged = Tagged(node["selectionTags"], store);
        // With conditions alone, everything that meets them is taken.
        var chosen = node["resources"].IsAbsent && node["selectionTags"].IsAbsent ? !node["conditions"].IsAbsent : Or(named, tagged);
        return And(And(chosen, Not(AnyMatches(node["notResources"], store))), Meets(node["conditions"], store));
    }

    private static bool? AnyMatches(Prop patterns, BackupStore store)
    {
        if (patterns.IsUnknown)
        {
            return null;
        }

        bool? matches = false;
        foreach (var pattern in patterns.Items)
        {
            matches = Or(matches, pattern.Text is not { } text ? null : IamPattern.Matches(text, store.ArnPattern) ? true : store.IsNamed ? false : null);
        }

        return matches;
    }

    private static bool? Tagged(Prop tags, BackupStore store)
    {
        bool? tagged = tags.IsUnknown ? null : false;
        foreach (var tag in tags.Items)
        {
            tagged = Or(tagged, tag["key"].Text is { } key && tag["value"].Text is { } value
                ? store.Tags.TryGetValue(key, out var actual) && actual == value
                : null);
        }

        return tagged;
    }

    private static bool? Meets(Prop conditions, BackupStore store)
    {
        bool? met = conditions.IsUnknown ? null : true;
        foreach (var condition in conditions.Items)
        {
            foreach (var (name, tests) in condition.Members)
            {
                foreach (var test in tests.Items)
                {
                    met = And(met, Meets(name, test["key"], test["value"], store));
                }
            }
        }

        return met;
    }

    private static bool? Meets(string test, Prop key, Prop value, BackupStore store)
    {
        if (key.Text is not { } keyText || value.Text is not { } valueText)
        {
            return null;
        }

        var actual = store.Tags.GetValueOrDefault(ResourceTags.OfCondition(keyText));
        return test switch
        {
            "stringEquals" => actual == valueText,
            "stringNotEquals" => actual != valueText,
            "stringLikes" => actual is not null && IamPattern.Matches(valueText, actual),
            "stringNotLikes" => actual is null || !IamPattern.Matches(valueText, actual),
            _ => null,
        };
    }

    private static bool? Not(bool? value) => value is null ? null : !value;

    private static bool? And(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    private static bool? Or(bool? one, bool? other) => Not(And(Not(one), Not(other)));
}
