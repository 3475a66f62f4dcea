using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ResourceHasAProviderOfItsOwn : StackRule
{
    protected override RuleDescriptor About => new(
        "A regional resource states its Region, by a provider that the program declares or by its own region property.",
        Why: "The default provider takes its Region from the environment: run from another shell, the standby's resources land beside the primary's.",
        Fix: "Pass an explicit provider to the resource, and disable default providers in the stack's configuration.",
        Severity.High, "H5 T3", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.All
        .Where(node => node.Resource.Custom && !node.Stack.IsForeign && node.Type.StartsWith("aws:", StringComparison.Ordinal)
            && !GlobalTypes.Contains(node.Type) && node.Input("region").IsAbsent && IsDefault(node.Resource.Provider))
        .Select(node => Finding.Violation(node, "is managed by the default provider, whose Region the program does not state"));

    private static bool IsDefault(string? provider) =>
        provider is null || (ResourceUrn.TryParse(provider, out var urn) && urn.Name.StartsWith("default", StringComparison.Ordinal));
}
