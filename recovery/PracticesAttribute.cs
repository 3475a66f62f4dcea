namespace DrInfra.Recovery;

/// <summary>Which practices of disaster recovery a component puts to work, by their ids (<c>B1</c>); docs/practices.md shows them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PracticesAttribute(params string[] ids) : Attribute
{
    /// <summary>The ids, as in policies/Catalogue/Practices.cs.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
