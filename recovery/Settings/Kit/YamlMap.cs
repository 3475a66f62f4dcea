namespace DrInfra.Recovery.Settings.Kit;

/// <summary>An object.</summary>
/// <param name="Where">Where it begins.</param>
/// <param name="Members">Its keys with their values, in their order; no key twice.</param>
public sealed record YamlMap(Place Where, IReadOnlyList<YamlMember> Members) : YamlValue(Where)
{
    /// <inheritdoc/>
    public override string Shown =>
        Members.Count == 0 ? "an empty object" : $"an object with {string.Join(", ", Members.Take(5).Select(member => member.Key))}";

    /// <summary>The value of a key; null where it is not there.</summary>
    public YamlValue? this[string key] => Members.FirstOrDefault(member => member.Key == key)?.Value;
}
