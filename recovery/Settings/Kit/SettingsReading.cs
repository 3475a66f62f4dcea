namespace DrInfra.Recovery.Settings.Kit;

/// <summary>
/// One reading of settings: collects the mistakes, so that all are reported at once, and knows where a value stands and how it is
/// set. What is read from elsewhere than one file overrides the last two.
/// </summary>
public class SettingsReading(string source)
{
    /// <summary>More than anybody reads; a file with more is not of this kind at all.</summary>
    private const int Most = 200;

    private const int LongestValue = 60;

    private readonly List<Problem> _problems = [];

    /// <summary>The file, option or stack that is read, for messages.</summary>
    public string Source { get; } = source;

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether further problems are no longer kept.</summary>
    public bool Full => _problems.Count > Most;

    /// <summary>The place of a value.</summary>
    /// <param name="path">The path that leads to it; empty for the whole.</param>
    /// <param name="parsed">Where the text that was read has it.</param>
    public virtual Place Locate(string path, Place parsed) => parsed with { Key = path };

    /// <summary>How the value of a path is set; null where what is allowed there says it.</summary>
    /// <param name="path">The path that leads to it.</param>
    /// <param name="example">A value that would be right; null where there is no such.</param>
    public virtual string? Fix(string path, string? example) => null;

    /// <summary>Adds a problem.</summary>
    /// <param name="path">The path of the value; empty for the whole.</param>
    /// <param name="parsed">Where the text that was read has the value, or what should hold it.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="got">The value found; it is shortened.</param>
    /// <param name="allowed">What would be right.</param>
    /// <param name="fix">What to do; null for the usual way to set it.</param>
    public void Add(string path, Place parsed, string what, string? got = null, string? allowed = null, string? fix = null)
    {
        var place = Locate(path, parsed);
        var problem = new Problem(what, place with { Key = Short(place.Key) }, got is null ? null : Short(got), allowed, fix ?? Fix(path, null));
        if (_problems.Count >= Most)
        {
            problem = new Problem($"more problems follow after the first {Most}", Source, Fix: "fix these first");
        }

        // Two settings can ask for the same missing thing.
        if (!Full && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Takes a problem back, where another one says more.</summary>
    /// <param name="path">The path of the value.</param>
    /// <param name="what">What was said to be wrong.</param>
    public void Forget(string path, string what) =>
        _problems.RemoveAll(problem => problem.What == what && problem.Where?.Key == Short(Locate(path, Source).Key));

    /// <summary>Throws where there is any problem, in the order of files and lines.</summary>
    /// <param name="about">What is said of all of them, behind their number.</param>
    /// <exception cref="ProblemsException">There is one.</exception>
    public void ThrowIfAny(string about)
    {
        if (_problems.Count > 0)
        {
            throw new ProblemsException(
                [
                    .. _problems
                        .OrderBy(problem => problem.Where?.Source, StringComparer.Ordinal)
                        .ThenBy(problem => problem.Where is { Line: > 0 } place ? place.Line : int.MaxValue),
                ],
                about);
        }
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : line[..(LongestValue - 3)] + "...";
    }
}
