using System.Text;

namespace DrInfra.Recovery.Settings.Kit;

/// <summary>One mistake in what people gave: a file, a setting, an option.</summary>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Where">The place; null where it is about everything.</param>
/// <param name="Got">The value found; null where there is none to show. Never a secret.</param>
/// <param name="Allowed">What would be right; null where the fix says it.</param>
/// <param name="Fix">What to do; null where <paramref name="Allowed"/> says it.</param>
public sealed record Problem(string What, Place? Where = null, string? Got = null, string? Allowed = null, string? Fix = null)
{
    /// <summary>The problem on one line and up to three more, ready to print.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Where is null ? What : $"{Where}: {What}");
        Append(text, "got", Got);
        Append(text, "allowed", Allowed);
        Append(text, "fix", Fix);
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
