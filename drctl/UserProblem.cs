using System.Text;

namespace DrInfra.Drctl;

/// <summary>One mistake in what the user gave.</summary>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Where">The place: a file with line, a key, an option.</param>
/// <param name="Got">The value found; null where there is none to show. Never a secret.</param>
/// <param name="Allowed">What would be right; null where the cure says it.</param>
/// <param name="Cure">What to do.</param>
public sealed record UserProblem(string What, string? Where = null, string? Got = null, string? Allowed = null, string? Cure = null)
{
    /// <summary>The problem on one line and up to three more, ready to print.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Where is null ? What : $"{Where}: {What}");
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
