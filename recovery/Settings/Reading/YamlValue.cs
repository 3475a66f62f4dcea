namespace DrInfra.Recovery.Settings.Reading;

/// <summary>A value of a YAML file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal abstract record YamlValue(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Shown { get; }
}

/// <summary>A scalar as it is written.</summary>
/// <param name="Plain">Whether it stands without quotes, so that it may be a number, a flag or nothing.</param>
internal sealed record YamlText(int Line, string Text, bool Plain) : YamlValue(Line)
{
    /// <summary>Whether nothing is there.</summary>
    public bool IsNothing => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Shown => IsNothing ? "nothing" : Text.Length == 0 ? "an empty text" : Text;
}

internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line)
{
    public override string Shown => $"a list of {Items.Count}";
}

internal sealed record YamlMap(int Line, IReadOnlyList<YamlMember> Members) : YamlValue(Line)
{
    public override string Shown => Members.Count == 0 ? "an empty object" : $"an object with {string.Join(", ", Members.Take(5).Select(member => member.Key))}";
}

/// <summary>A key with its value.</summary>
/// <param name="Line">Where the key stands.</param>
internal sealed record YamlMember(string Key, int Line, YamlValue Value);
