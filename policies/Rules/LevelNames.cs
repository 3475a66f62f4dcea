namespace DrInfra.Policies.Rules;

/// <summary>The levels as configuration spells them.</summary>
public static class LevelNames
{
    /// <summary>What a message says is allowed.</summary>
    public const string Allowed = "advisory, mandatory, disabled or remediate";

    /// <summary>The level of a word; null for none and for anything else.</summary>
    public static Level? Parse(string? text) => text switch
    {
        "advisory" => Level.Advisory,
        "mandatory" => Level.Mandatory,
        "disabled" => Level.Disabled,
        "remediate" => Level.Remediate,
        _ => null,
    };

    public static string Text(this Level level) => level switch
    {
        Level.Advisory => "advisory",
        Level.Mandatory => "mandatory",
        Level.Disabled => "disabled",
        Level.Remediate => "remediate",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "not a level"),
    };
}
