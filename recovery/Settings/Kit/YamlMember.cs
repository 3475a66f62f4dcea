namespace DrInfra.Recovery.Settings.Kit;

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Where">Where the key stands.</param>
/// <param name="Value">The value.</param>
public sealed record YamlMember(string Key, Place Where, YamlValue Value);
