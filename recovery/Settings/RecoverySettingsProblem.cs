using System.Text;

namespace DrInfra.Recovery.Settings;

/// <summary>One mistake in recovery.yaml.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Source">The file.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Key">The path of the value, as in <c>assumptions[0].value</c>; empty where it is about the whole file.</param>
/// <param name="Got">The value found, shortened; null where there is none to show.</param>
/// <param name="Allowed">What would be right; null where the cure says it.</param>
/// <param name="Cure">What to do; null where <paramref name="Allowed"/> says it.</param>
public sealed record RecoverySettingsProblem(string What, string Source, int Line, string Key, string? Got, string? Allowed, string? Cure)
{
    /// <summary>The file with the line.</summary>
    public string Where => Line > 0 ? $"{Source}:{Line}" : Source;

    /// <summary>The problem on one line and up to three more.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Where}: ");
        text.Append(Key.Length > 0 ? $"{Key}: {What}" : What);
        Append(text, "got", Got);
        Append(text, "allowed", Allowed);
        Append(text, "cure", Cure);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append('\n').Append("     ").Append((label + ":").PadRight(9)).Append(value);
        }
    }
}
