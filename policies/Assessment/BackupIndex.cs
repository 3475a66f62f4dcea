using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>Which backup plans cover a resource. A resource may be covered by several.</summary>
internal sealed class BackupIndex
{
    private readonly Estate _estate;

    // By the rarest tag equality that a selection demands, so that a thousand workloads do not try a thousand selections each.
    private readonly Dictionary<(string Key, string Value), List<BackupSelection>> _byTag = [];
    private readonly List<BackupSelection> _others = [];

    public BackupIndex(Estate estate)
    {
        _estate = estate;
        BackupSelection[] selections = [.. estate.OfType(BackupTypes.Selection).Select(node => new BackupSelection(node))];
        var frequency = selections.SelectMany(selection => selection.Equalities).CountBy(pair => pair).ToDictionary();
        foreach (var selection in selections)
        {
            if (selection.Equalities.Count == 0)
            {
                _others.Add(selection);
                continue;
            }

            var anchor = selection.Equalities.MinBy(pair => frequency[pair]);
            if (!_byTag.TryGetValue(anchor, out var list))
            {
                _byTag.Add(anchor, list = []);
            }

            list.Add(selection);
        }
    }

    /// <summary>The plans' rules that back a resource up in a Region, each with its plan and selection, in the order of their URNs.</summary>
    /// <param name="arn">The resource's ARN, an account of <c>*</c> where it is not known.</param>
    public IReadOnlyList<BackupCover> Of(Node resource, string? region, string arn)
    {
        var candidates = resource.Tags.SelectMany(tag => _byTag.GetValueOrDefault((tag.Key, tag.Value)) ?? []).Concat(_others)
            .Where(selection => region is null || selection.Node.Region is null || selection.Node.Region == region)
            .Where(selection => selection.Covers(_estate, resource, arn));
        return
        [
            .. candidates.OrderBy(selection => selection.Node.Urn, StringComparer.Ordinal)
                .Select(selection => (selection, Plan: _estate.References.Follow(selection.Node, "planId", BackupTypes.Plan).Target))
                .Where(pair => pair.Plan is not null)
                .SelectMany(pair => pair.Plan!["rules"].Items.Select(rule => new BackupCover(pair.selection.Node, pair.Plan!, rule))),
        ];
    }
}

/// <summary>One rule of a plan that backs a resource up.</summary>
internal sealed record BackupCover(Node Selection, Node Plan, Prop Rule);
