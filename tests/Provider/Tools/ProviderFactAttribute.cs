namespace DrInfra.Tests.Provider.Tools;

/// <summary>A test that is skipped, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProviderFactAttribute : FactAttribute
{
    public ProviderFactAttribute(Need need)
    {
        Need = need;
        Skip = need switch
        {
            Need.Terraform => Prerequisites.WithoutTerraform,
            Need.Emulator => Prerequisites.WithoutEmulator,
            _ => Prerequisites.WithoutApply,
        };
    }

    public Need Need { get; }
}
