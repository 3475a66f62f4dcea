using System.Text.RegularExpressions;

namespace DrInfra.Tests.Stacks;

/// <summary>How the files of this repository are written, where no compiler looks.</summary>
public partial class SourceTextTests
{
    private const int Widest = 160;

    private static readonly string[] Extensions = [".cs", ".yaml", ".yml", ".sh", ".csproj", ".props", ".targets", ".md"];

    // Written by a command, or recorded.
    private static readonly string[] NotByHand = ["docs/rules.md", "docs/published-checks.md", "tests/Fixtures/"];

    private static readonly Dictionary<string, string> MayReplace = new()
    {
        ["tests/Shared/Text.cs"] = "it refuses what changes nothing",
        ["tests/Mutants/Faults/FaultEdits.cs"] = "a fault that changes nothing is none (Fault.Of)",
        ["tests/Mutants/Faults/SignalFaults.cs"] = "a fault that changes nothing is none (Fault.Of)",
        ["tests/Stacks/SwappedRolesTests.cs"] = "both directions are told in the same words, and not each names both Regions",
    };

    [Fact]
    public void ALine_FitsIntoTheWidth() => Assert.Empty(
        from file in Files()
        where !NotByHand.Any(file.StartsWith)
        from line in Lines(file)
        where line.Text.Length > Widest
        select $"{file}:{line.Number}: {line.Text.Length} characters, at most {Widest}");

    // A variant that is made by replacing text is the sound one once the text is written otherwise, and its test then proves nothing.
    [Fact]
    public void ATest_ChangesTextsByWhatRefusesToChangeNothing() => Assert.Equal(
        MayReplace.Keys.Order(StringComparer.Ordinal),
        Files().Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && TextReplaced().IsMatch(Repository.Read(file))));

    // A row of a table cannot be broken, nor can a command that is to be copied whole.
    private static IEnumerable<(int Number, string Text)> Lines(string file)
    {
        var (prose, fenced) = (Path.GetExtension(file) == ".md", false);
        foreach (var (index, line) in Repository.Read(file).Split('\n').Index())
        {
            fenced ^= prose && line.StartsWith("```", StringComparison.Ordinal);
            if (!fenced && !(prose && line.StartsWith('|')))
            {
                yield return (index + 1, line);
            }
        }
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
        .Where(path => Extensions.Contains(Path.GetExtension(path)))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Append(".ci/run")
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".git" or "node_modules"))
        .Order(StringComparer.Ordinal);

    // Of a text by a text; an expression's own Replace, and that of characters, are others.
    [GeneratedRegex(@"(?<!\(\))\.Replace\((?!')")]
    private static partial Regex TextReplaced();
}
