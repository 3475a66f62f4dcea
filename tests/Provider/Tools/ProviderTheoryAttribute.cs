namespace DrInfra.Tests.Provider.Tools;

/// <summary>A theory that is skipped, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProviderTheoryAttribute : TheoryAttribute
{
    public ProviderTheoryAttribute(Need need)
    {
        Need = need;
        Skip = new ProviderFactAttribute(need).Skip;
    }

    public Need Need { get; }
}
