namespace DrInfra.Infra.Settings;

/// <summary>The settings cannot be used. Holds every mistake, not just the first.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception; its message lists all problems, ready to print.</summary>
    public SettingsException(string stack, IReadOnlyList<SettingsProblem> problems)
        : base(Text(stack, problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the settings.</summary>
    public IReadOnlyList<SettingsProblem> Problems { get; }

    private static string Text(string stack, IReadOnlyList<SettingsProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        var lines = problems.Select((problem, index) => $"{index + 1,3}. {problem}");
        return $"{count} in the settings of stack {stack}; nothing was declared.\n{string.Join('\n', lines)}";
    }
}
