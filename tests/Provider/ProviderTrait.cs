using Xunit.Abstractions;
using Xunit.Sdk;

namespace DrInfra.Tests.Provider;

/// <summary>Puts every test that needs a program besides .NET into the category Provider: a command of its own.</summary>
public sealed class ProviderTrait : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [KeyValuePair.Create("Category", "Provider")];
}
