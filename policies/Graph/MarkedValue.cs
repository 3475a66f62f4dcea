namespace DrInfra.Policies.Graph;

/// <summary>An asset, an archive or a reference to a resource: an object that carries a mark saying what it is.</summary>
public sealed record MarkedValue : PropertyValue
{
    public MarkedValue(MarkedKind kind, MapValue content)
    {
        Kind = kind;
        Content = content;
    }

    public MarkedKind Kind { get; }

    /// <summary>The object's members without the mark.</summary>
    public MapValue Content { get; }

    public override bool ContainsSecret => Content.ContainsSecret;

    public override bool ContainsUnknown => Content.ContainsUnknown;
}
