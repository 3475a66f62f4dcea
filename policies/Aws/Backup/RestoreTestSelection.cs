using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>What a restore-testing plan restores samples of.</summary>
internal sealed record RestoreTestSelection(Node Node, Node? Plan)
{
    public string? Service => Node["protectedResourceType"].Text;

    /// <summary>The ARNs that it takes, as far as they are known.</summary>
    public IEnumerable<string> Arns => Node["protectedResourceArns"].Items.Select(item => item.Text).OfType<string>();

    /// <summary>Whether it takes stores by their full ARNs alone, all of them known.</summary>
    public bool NamesItsStores =>
        Node["protectedResourceArns"] is { IsKnown: true, Items: { Count: > 0 } items } && items.All(item => item.Text is { } arn && !Wildcards.AreIn(arn))
            && !Node["protectedResourceType"].IsUnknown;

    public static IEnumerable<RestoreTestSelection> All(Estate estate) => estate.OfType(BackupTypes.RestoreTestingSelection)
        .Select(node => new RestoreTestSelection(node, estate.References.Follow(node, "restoreTestingPlanName", BackupTypes.RestoreTestingPlan).Target));

    /// <summary>Whether it takes backups of a store: by ARN, or all of the type that meet its tags; null where that is not known.</summary>
    public bool? Takes(Estate estate, BackupStore store)
    {
        var arns = Node["protectedResourceArns"];
        if (Node["protectedResourceType"].IsUnknown)
        {
            return null;
        }

        if (Service != store.Service)
        {
            return false;
        }

        var named = arns.Items.Any(item => item.Text is { } pattern && IamPattern.Matches(pattern, store.ArnPattern));
        if (!named && (!arns.IsAbsent || Node["protectedResourceConditions"].IsAbsent))
        {
            var references = estate.References.FollowAll(Node, arns, [.. BackupStores.Types]);
            return arns.IsAbsent || references.Any(reference => reference.Text is null && reference.Target == store.Node) ? true
                : references.Any(reference => reference.IsUnknown) || !store.IsNamed ? null
                : false;
        }

        return Meets(Node["protectedResourceConditions"], store);
    }

    private static bool? Meets(Prop conditions, BackupStore store)
    {
        if (conditions.IsUnknown)
        {
            return null;
        }

        bool Has(Prop test) => test["key"].Text is { } key
            && store.Tags.TryGetValue(ResourceTags.OfCondition(key), out var actual) && actual == test["value"].Text;
        return conditions["stringEquals"].Items.All(Has) && !conditions["stringNotEquals"].Items.Any(Has);
    }
}
