namespace DrInfra.Drctl;

/// <summary>
/// What the user gave cannot be used: files, settings, options. Holds every mistake found. The command line prints
/// <see cref="Exception.Message"/> without a stack trace and exits with 2.
/// </summary>
public sealed class UserErrorException : Exception
{
    public UserErrorException(IReadOnlyList<UserProblem> problems, Exception? inner = null)
        : base(Text(problems), inner) => Problems = problems;

    public UserErrorException(UserProblem problem, Exception? inner = null)
        : this([problem], inner)
    {
    }

    public IReadOnlyList<UserProblem> Problems { get; }

    private static string Text(IReadOnlyList<UserProblem> problems) => problems.Count == 1
        ? problems[0].ToString()
        : $"{problems.Count} problems.\n" + string.Join('\n', problems.Select((problem, index) => $"{index + 1,3}. {problem}"));
}
