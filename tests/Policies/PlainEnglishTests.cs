using System.Text.RegularExpressions;

namespace DrInfra.Tests.Policies;

/// <summary>What people read is in the words of the AWS documentation: these phrases of former texts stay out.</summary>
public partial class PlainEnglishTests
{
    private static readonly string[] Phrases =
    [
        " anew", "answers for", "for whom", "found out", "go with it", "goes with it", "hang on", "hangs on", "hears it", "its like", "no like",
            "nobody is told", "nobody hears",
        "stands in", "stands on", "tells nobody", "told to nobody", "taken back", "takes away", "wanted here", "what is wrong is",
    ];

    [Fact]
    public void FormerPhrases_AreInNoTextForPeople()
    {
        var found =
            from source in Descriptors().Concat(Messages()).Concat(Documents())
            from line in File.ReadLines(source).Select((text, index) => (Text: text, Number: index + 1))
            where !Comment().IsMatch(line.Text) && (!source.EndsWith(".cs", StringComparison.Ordinal) || line.Text.Contains('"', StringComparison.Ordinal))
            from phrase in Phrases
            where line.Text.Contains(phrase, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, source)}:{line.Number}: {phrase}";

        Assert.Empty(found);
    }

    private static IEnumerable<string> Descriptors() => Files("policies/Rules", "rules.json");

    private static IEnumerable<string> Messages() =>
        new[] { "policies/Rules", "policies/Assessment", "policies/Hosting", "drctl/Commands", "drctl/Reports", "recovery/Settings",
            "infra/Settings" }.SelectMany(folder => Files(folder, "*.cs"));

    private static IEnumerable<string> Documents() =>
        Files("docs", "*.md", SearchOption.TopDirectoryOnly).Append(Path.Combine(Repository.Root, "README.md"))
            .Append(Path.Combine(Repository.Root, "CONTRIBUTING.md"));

    private static IEnumerable<string> Files(string folder, string pattern, SearchOption depth = SearchOption.AllDirectories) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, depth);

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();
}
