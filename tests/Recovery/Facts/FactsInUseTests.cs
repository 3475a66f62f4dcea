using System.Text.RegularExpressions;
using DrInfra.Recovery.Facts;

namespace DrInfra.Tests.Recovery.Facts;

/// <summary>A fact that nothing needs rots: the product reads every one, and whoever names one names one that is there.</summary>
public partial class FactsInUseTests
{
    private static readonly Lazy<string> Code = new(() =>
        string.Join('\n', Texts("*.cs", "recovery", "policies", "infra", "drctl")));

    // A fact that a comment or a text names is not read.
    private static readonly Lazy<HashSet<string>> Read = new(() =>
        Literals().Matches(Comments().Replace(Code.Value, "")).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void EveryFact_IsRead() => Assert.DoesNotContain(FactBook.All, fact => !Read.Value.Contains(fact.Id));

    [Fact]
    public void FactThatIsNamed_IsThere() => Assert.DoesNotContain(
        Mentions()
            .Matches(
                Code.Value + File.ReadAllText(Path.Combine(Repository.Shipped, "policies", "recovery.yaml")) + string.Join('\n', Texts("*.md", "docs")))
            .SelectMany(match => Ids().Matches(match.Value)),
        match => FactBook.Find(match.Value) is null);

    private static IEnumerable<string> Texts(string pattern, params IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
        .Select(File.ReadAllText);

    [GeneratedRegex("//[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?<id>[a-z0-9]+(-[a-z0-9]+)+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex("\\b[Ff]acts? [a-z0-9]+(-[a-z0-9]+)+((,| and) [a-z0-9]+(-[a-z0-9]+)+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();
}
