using Xunit.Sdk;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>A theory that is skipped, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
[TraitDiscoverer("DrInfra.Tests.Provider.ProviderTrait", "Provider.Tests")]
public sealed class ProviderTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    public ProviderTheoryAttribute(Need need)
    {
        Need = need;
        Skip = new ProviderFactAttribute(need).Skip;
    }

    public Need Need { get; }
}
