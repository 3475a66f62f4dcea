using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ResourceHasAProviderOfItsOwn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.All
        .Where(node => node.Resource.Custom && !node.Stack.IsForeign && IsDefault(node.Resource.Provider)
            && (OwnershipMarks.AreLabels(node)
                || (node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type) && node.Input("region").IsAbsent)))
        .Select(node => Finding.Violation(
            node, $"uses the default provider, whose {(OwnershipMarks.AreLabels(node) ? "cluster" : "Region")} the program does not state"));

    private static bool IsDefault(string? provider) =>
        provider is null || (ResourceUrn.TryParse(provider, out var urn) && urn.Name.StartsWith("default", StringComparison.Ordinal));
}
