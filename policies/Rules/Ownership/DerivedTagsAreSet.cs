using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class DerivedTagsAreSet() : ResourceRule([
    .. StatefulTypes.All.Where(type =>
        type.Part != StatefulPart.Link && type.Type.StartsWith("aws:", StringComparison.Ordinal) && !UntaggableTypes.Contains(type.Type))
        .Select(type => type.Type),
])
{
    private const string ManagedBy = "managed-by";
    private const string Manager = "pulumi";

    public override bool CanRemediate => true;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Workload is null)
        {
            return [Verdict.NotApplicable("it has no workload tag")];
        }

        string[] missing = [.. Wanted(node).Select(tag => tag.Key).Where(key => node.Tag(key) is null && !node.Input("tags")[key].IsUnknown)];
        return [missing.Length == 0 ? Verdict.Compliant
            : node.Input("tags").IsUnknown ? Verdict.Unknown("tags")
            : Verdict.Violation($"lacks the tags {string.Join(", ", missing)}", "tags")];
    }

    public override MapValue? Remediate(Node node, RuleParameters parameters)
    {
        var inputs = node.Resource.Inputs;
        var tags = inputs["tags"]?.Unwrapped as MapValue ?? MapValue.Empty;
        return MapValue.Of([.. inputs, new("tags", MapValue.Of([.. Wanted(node).Where(tag => !tags.ContainsKey(tag.Key)), .. tags]))]);
    }

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Wanted(Node node)
    {
        var region = GlobalTypes.Contains(node.Type) ? "global" : node.Region;
        if (region is not null)
        {
            yield return new(DrTags.Region, PropertyValue.Of(region));
        }

        yield return new(ManagedBy, PropertyValue.Of(Manager));
    }
}
