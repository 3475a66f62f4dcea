using Xunit.Sdk;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>A test that is skipped, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
[TraitDiscoverer("DrInfra.Tests.Provider.ProviderTrait", "Provider.Tests")]
public sealed class ProviderFactAttribute : FactAttribute, ITraitAttribute
{
    public ProviderFactAttribute(Need need)
    {
        Need = need;
        Skip = need switch
        {
            Need.Terraform => Prerequisites.WithoutTerraform,
            Need.Emulator => Prerequisites.WithoutEmulator,
            Need.Spin => Prerequisites.WithoutSpin,
            _ => Prerequisites.WithoutApply,
        };
    }

    public Need Need { get; }
}
