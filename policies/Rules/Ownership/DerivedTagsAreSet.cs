using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class DerivedTagsAreSet() : ResourceRule([
    .. StatefulTypes.All.Where(type =>
        type.Part != StatefulPart.Link && !UntaggableTypes.Contains(type.Type)
        && (type.Type.StartsWith("aws:", StringComparison.Ordinal) || type.Type.StartsWith("kubernetes:", StringComparison.Ordinal)))
        .Select(type => type.Type),
])
{
    private const string Manager = "pulumi";

    public override bool CanRemediate => true;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Workload is null)
        {
            return [Verdict.NotApplicable($"it has no {OwnershipMarks.NameOf(node, DrTags.Workload)}")];
        }

        var marks = OwnershipMarks.Of(node);
        string[] missing = [.. Wanted(node).Where(tag => node.Tag(tag.Tag) is null && !marks[tag.Name].IsUnknown).Select(tag => tag.Name)];
        return [missing.Length == 0 ? Verdict.Compliant
            : marks.IsUnknown ? Verdict.Unknown(OwnershipMarks.PathOf(node))
            : Verdict.Violation($"lacks the {OwnershipMarks.WordOf(node)} {string.Join(", ", missing)}", OwnershipMarks.PathOf(node))];
    }

    public override MapValue? Remediate(Node node, RuleParameters parameters)
    {
        var inputs = node.Resource.Inputs;
        var marks = OwnershipMarks.Of(node).Value as MapValue ?? MapValue.Empty;
        var wanted = Wanted(node).Where(tag => !marks.ContainsKey(tag.Name)).Select(tag => KeyValuePair.Create(tag.Name, tag.Value));
        var written = MapValue.Of([.. wanted, .. marks]);
        if (!OwnershipMarks.AreLabels(node))
        {
            return MapValue.Of([.. inputs, new("tags", written)]);
        }

        var metadata = inputs["metadata"]?.Unwrapped as MapValue ?? MapValue.Empty;
        return MapValue.Of([.. inputs, new("metadata", MapValue.Of([.. metadata, new("labels", written)]))]);
    }

    private static IEnumerable<(string Tag, string Name, PropertyValue Value)> Wanted(Node node)
    {
        var region = GlobalTypes.Contains(node.Type) ? "global" : node.Region;
        if (region is not null)
        {
            yield return (DrTags.Region, OwnershipMarks.NameOf(node, DrTags.Region), PropertyValue.Of(region));
        }

        yield return (OwnershipMarks.ManagedBy, OwnershipMarks.NameOf(node, OwnershipMarks.ManagedBy), PropertyValue.Of(Manager));
    }
}
