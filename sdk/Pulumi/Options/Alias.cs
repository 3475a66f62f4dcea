namespace Pulumi;

/// <summary>
/// An identity the resource had before. <see cref="Urn"/> excludes all other members; at most one of <see cref="Parent"/>,
/// <see cref="ParentUrn"/> and <see cref="NoParent"/> may be given.
/// </summary>
public sealed class Alias
{
    public string? Urn { get; set; }
    public Input<string>? Name { get; set; }
    public Input<string>? Type { get; set; }
    public Input<string>? Stack { get; set; }
    public Input<string>? Project { get; set; }
    public Resource? Parent { get; set; }
    public Input<string>? ParentUrn { get; set; }
    public bool NoParent { get; set; }

    internal void Validate()
    {
        if (Urn is not null && (Name ?? Type ?? Stack ?? Project ?? ParentUrn) is null && Parent is null && !NoParent)
        {
            return;
        }

        if (Urn is not null)
        {
            throw new ArgumentException(
                $"An alias with a URN may name nothing else (its URN is '{Urn}'); remove the URN or the other members.");
        }

        if ((Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0) > 1)
        {
            throw new ArgumentException(
                "An alias may give only one of 'Parent', 'ParentUrn' and 'NoParent'; keep the one that was true before.");
        }
    }
}
