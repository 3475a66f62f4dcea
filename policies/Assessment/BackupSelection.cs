using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// What a selection of AWS Backup takes in: resources by ARN, of which only those that meet all conditions; beside them whatever has
/// one of the selection's tags; without those that are taken out.
/// </summary>
internal sealed class BackupSelection(Node node)
{
    public Node Node => node;

    /// <summary>Tags that every selected resource has.</summary>
    public IReadOnlyList<(string Key, string Value)> Equalities { get; } = node["selectionTags"].Items.Count > 0
        ? []
        : [.. node["conditions"].Items.SelectMany(condition => condition["stringEquals"].Items)
            .Where(pair => pair["key"].Text is not null && pair["value"].Text is not null)
            .Select(pair => (ResourceTags.OfCondition(pair["key"].Text!), pair["value"].Text!))];

    public bool Covers(Estate estate, Node resource, string arn)
    {
        if (ByArn(estate, node, resource, arn, node["notResources"]))
        {
            return false;
        }

        return (ByArn(estate, node, resource, arn, node["resources"]) && Conditions(resource))
            || node["selectionTags"].Items.Any(tag => tag["key"].Text is { } key && tag["value"].Text is { } value && resource.Tag(key) == value);
    }

    private static bool ByArn(Estate estate, Node from, Node resource, string arn, Prop list)
    {
        IReadOnlyList<Prop> items = list.Value is ListValue ? list.Items : list.IsAbsent ? [] : [list];
        return items.Any(item => item.Text is { } pattern && ArnPattern.Matches(pattern, arn))
            || (items.Any(item => item.IsUnknown) && estate.References.FollowAll(from, list, resource.Type).Any(reference => reference.Target == resource));
    }

    private bool Conditions(Node resource) => node["conditions"].Items.All(condition =>
        condition["stringEquals"].Items.All(pair => Value(resource, pair) is { } value && value == pair["value"].Text)
        && condition["stringLikes"].Items.All(pair => Value(resource, pair) is { } value && pair["value"].Text is { } pattern && Wildcards.Match(pattern, value))
        && condition["stringNotEquals"].Items.All(pair => Value(resource, pair) != pair["value"].Text)
        && condition["stringNotLikes"].Items.All(pair => Value(resource, pair) is not { } value || pair["value"].Text is not { } pattern || !Wildcards.Match(pattern, value)));

    private static string? Value(Node resource, Prop pair) => pair["key"].Text is { } key ? resource.Tag(ResourceTags.OfCondition(key)) : null;
}
