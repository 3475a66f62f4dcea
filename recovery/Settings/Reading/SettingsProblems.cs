namespace DrInfra.Recovery.Settings.Reading;

/// <summary>Collects the mistakes of one file, so that all are reported at once.</summary>
internal sealed class SettingsProblems(string source)
{
    /// <summary>More than anybody reads; a file with more is not of this kind at all.</summary>
    private const int Most = 200;

    private const int LongestValue = 60;

    private readonly List<RecoverySettingsProblem> _problems = [];

    /// <summary>Whether further problems are no longer kept.</summary>
    public bool Full => _problems.Count > Most;

    public void Add(int line, string key, string what, string? got = null, string? allowed = null, string? cure = null)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new RecoverySettingsProblem(what, source, line, Short(key), got is null ? null : Short(got), allowed, cure));
        }
        else if (!Full)
        {
            _problems.Add(new RecoverySettingsProblem($"there are more problems than these {Most}", source, 0, "", null, null, "mend these first"));
        }
    }

    /// <summary>Throws where there is any, in the order of the lines.</summary>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new RecoverySettingsException(source, [.. _problems.OrderBy(problem => problem.Line == 0 ? int.MaxValue : problem.Line)]);
        }
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : line[..(LongestValue - 3)] + "...";
    }
}
