namespace DrInfra.Recovery.Settings.Kit;

/// <summary>
/// What people gave cannot be used: files, settings, options. Holds every mistake, not just the first; its message lists all of
/// them, ready to print without a stack trace.
/// </summary>
public sealed class ProblemsException : Exception
{
    /// <summary>Several mistakes.</summary>
    /// <param name="problems">At least one.</param>
    /// <param name="about">What is said of all of them, behind their number; null where they speak for themselves.</param>
    /// <param name="inner">What brought them to light.</param>
    public ProblemsException(IReadOnlyList<Problem> problems, string? about = null, Exception? inner = null)
        : base(Text(problems, about), inner) => Problems = problems;

    /// <summary>One mistake.</summary>
    public ProblemsException(Problem problem, Exception? inner = null)
        : this([problem], null, inner)
    {
    }

    /// <summary>What is wrong, in the order in which it is mended.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Text(IReadOnlyList<Problem> problems, string? about)
    {
        if (problems.Count == 1 && about is null)
        {
            return problems[0].ToString();
        }

        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"{count}{(about is null ? "" : " " + about)}.\n{string.Join('\n', problems.Select((problem, index) => $"{index + 1,3}. {problem}"))}";
    }
}
