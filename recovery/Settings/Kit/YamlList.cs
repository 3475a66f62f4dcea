namespace DrInfra.Recovery.Settings.Kit;

/// <summary>A list.</summary>
/// <param name="Where">Where it begins.</param>
/// <param name="Items">Its values in their order.</param>
public sealed record YamlList(Place Where, IReadOnlyList<YamlValue> Items) : YamlValue(Where)
{
    /// <inheritdoc/>
    public override string Shown => $"a list of {Items.Count}";
}
