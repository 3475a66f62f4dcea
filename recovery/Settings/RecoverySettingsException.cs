namespace DrInfra.Recovery.Settings;

/// <summary>What the operator says cannot be used. Holds every mistake, not just the first.</summary>
public sealed class RecoverySettingsException : Exception
{
    /// <summary>Makes the exception; its message lists all problems, ready to print.</summary>
    public RecoverySettingsException(string source, IReadOnlyList<RecoverySettingsProblem> problems)
        : base(Text(source, problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<RecoverySettingsProblem> Problems { get; }

    private static string Text(string source, IReadOnlyList<RecoverySettingsProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        return $"{count} in {source}; nothing of it was used.\n{string.Join('\n', problems.Select((problem, index) => $"{index + 1,3}. {problem}"))}";
    }
}
