using System.Text.Json.Nodes;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>One change of one place in a block: the configuration before and after.</summary>
/// <param name="Place">Where, in Pulumi's names: <c>a</c>, <c>a.b</c> in the only item of a list, <c>a[*].b</c>, <c>a[+]</c>, <c>a[-]</c>.</param>
/// <param name="Attribute">Terraform's name of the attribute or block of the resource that it is in.</param>
/// <param name="Stated">The configuration states a value before and after; else one appears or goes.</param>
internal sealed record Trial(string Place, string Attribute, bool Stated, JsonObject Before, JsonObject After)
{
    /// <summary>The same change in the other direction.</summary>
    public Trial Reversed => new(Place.EndsWith("[+]", StringComparison.Ordinal) ? $"{Place[..^3]}[-]" : Place, Attribute, Stated, After, Before);
}
