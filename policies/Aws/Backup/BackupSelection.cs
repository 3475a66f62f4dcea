using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>
/// Which stores a selection takes: those that its resources or its tags name, less the excluded ones, that meet all its conditions,
/// in its own Region. Source: the AWS Backup guide, "Assign resources using the API".
/// </summary>
/// <param name="Plan">Null where it names none, or one that is not in the graphs.</param>
/// <param name="Stores">What it takes.</param>
/// <param name="Perhaps">What it may take: a property or a tag that decides is not known yet.</param>
internal sealed record BackupSelection(Node Node, Node? Plan, IReadOnlyList<BackupStore> Stores, IReadOnlyList<BackupStore> Perhaps)
{
    /// <summary>Whether only the deployment will tell which plan it belongs to.</summary>
    public bool IsPlanUnknown => Node["planId"].IsUnknown;

    public static BackupSelection Of(Estate estate, Node node, IEnumerable<BackupStore> inRegion)
    {
        var plan = estate.References.Follow(node, "planId", BackupTypes.Plan).Target;
        var named = estate.References.FollowAll(node, node["resources"], [.. BackupStores.Types]);
        var excluded = estate.References.FollowAll(node, node["notResources"], [.. BackupStores.Types]);
        var verdicts = inRegion.Select(store => (Store: store, Takes: Takes(node, store, IsAmong(named, store), IsAmong(excluded, store)))).ToArray();
        return new BackupSelection(
            node,
            plan,
            [.. verdicts.Where(verdict => verdict.Takes == true).Select(verdict => verdict.Store)],
            [.. verdicts.Where(verdict => verdict.Takes is null).Select(verdict => verdict.Store)]);
    }

    /// <summary>Whether a selection takes what no resource of the program is; null where that is not known.</summary>
    public static bool? Takes(Node selection, BackupStore store) => Takes(selection, store, isNamed: false, isExcluded: false);

    /// <summary>The tags that every selected store has, by which the stores that can be meant are found.</summary>
    public static IEnumerable<(string Key, string Value)> Demanded(Node node) => node["selectionTags"].IsStated()
        ? []
        : node["conditions"].Items.SelectMany(condition => condition["stringEquals"].Items)
            .Where(pair => pair["key"].Text is not null && pair["value"].Text is not null)
            .Select(pair => (ResourceTags.OfCondition(pair["key"].Text!), pair["value"].Text!));

    private static bool IsAmong(IReadOnlyList<Reference> references, BackupStore store) =>
        references.Any(reference => reference.Target == store.Node && reference.Text is null);

    private static bool? Takes(Node node, BackupStore store, bool isNamed, bool isExcluded)
    {
        var named = isNamed ? true : AnyMatches(node["resources"], store);
        // Where neither is given, everything that meets the conditions is taken (AWS Backup API, "BackupSelection": "attempts to select
        // all supported and opted-in storage resources"). Inputs say so: the service spells what a program leaves out as an empty list.
        var isNarrowed = !node.Input("resources").IsAbsent || !node.Input("selectionTags").IsAbsent;
        var chosen = isNarrowed ? named | Tagged(node["selectionTags"], store) : true;
        return chosen & (isExcluded ? false : !AnyMatches(node["notResources"], store)) & Meets(node["conditions"], store);
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
            matches |= pattern.Text is not { } text ? null
                : IamPattern.Matches(text, store.ArnPattern) ? true
                : store.IsNamed || !MayMean(text, store) ? false : null;
        }

        return matches;
    }

    // Of a store whose name is not known yet, the service is.
    private static bool MayMean(string pattern, BackupStore store) =>
        !Arn.TryParse(pattern, out var wanted) || !Arn.TryParse(store.ArnPattern, out var own) || IamPattern.Matches(wanted.Service, own.Service);

    private static bool? Tagged(Prop tags, BackupStore store)
    {
        bool? tagged = tags.IsUnknown ? null : false;
        foreach (var tag in tags.Items)
        {
            tagged |= tag["key"].Text is { } key && tag["value"].Text is { } value ? Test("stringEquals", store, key, value) : null;
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
                    met &= test["key"].Text is { } key && test["value"].Text is { } value ? Test(name, store, ResourceTags.OfCondition(key), value) : null;
                }
            }
        }

        return met;
    }

    private static bool? Test(string test, BackupStore store, string key, string value)
    {
        var actual = store.Tags.GetValueOrDefault(key);
        if (actual is null && store.MayHave(key))
        {
            return null;
        }

        return test switch
        {
            "stringEquals" => actual == value,
            "stringNotEquals" => actual != value,
            "stringLikes" => actual is not null && IamPattern.Matches(value, actual),
            "stringNotLikes" => actual is null || !IamPattern.Matches(value, actual),
            _ => null,
        };
    }
}
