using System.Globalization;

namespace DrInfra.Recovery.Settings.Kit;

/// <summary>A scalar as it is written.</summary>
/// <param name="Where">Where it begins.</param>
/// <param name="Text">Its characters, without quotes.</param>
/// <param name="Plain">Whether it stands without quotes, so that it may be a number, a flag or nothing.</param>
public sealed record YamlText(Place Where, string Text, bool Plain) : YamlValue(Where)
{
    /// <summary>Whether nothing is there.</summary>
    public bool IsNothing => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The flag that it is; null where it is none.</summary>
    public bool? Flag => (Plain, Text) switch
    {
        (true, "true" or "True" or "TRUE") => true,
        (true, "false" or "False" or "FALSE") => false,
        _ => null,
    };

    /// <summary>The finite number that it is; null where it is none.</summary>
    public double? Number =>
        Plain && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <inheritdoc/>
    public override string Shown => IsNothing ? "nothing" : Text.Length == 0 ? "an empty text" : Text;
}
