using System.Text.RegularExpressions;
using DrInfra.Recovery.Facts;

namespace DrInfra.Tests.Recovery.Facts;

/// <summary>A fact that nothing needs rots: every one is read by code, or named where it justifies what is written.</summary>
public partial class FactsInUseTests
{
    // Figures that are named and not read, each with the reason.
    private static readonly Dictionary<string, string> OnlyNamed = new(StringComparer.Ordinal)
    {
        ["rds-multiaz-rpo"] = "it is nothing, and said in words",
        ["cw-eval-max"] = "a bound that the alarms keep far from",
        ["eks-karpenter-node"] = "it makes an assumption believable",
        ["backup-continuous-retention"] = "a rule's own figure",
        ["backup-vaultlock-grace"] = "a rule's own figure",
    };

    private static readonly Lazy<string> Code = new(() =>
        string.Join('\n', Sources("recovery", "policies", "infra", "drctl").Append(Repository.Read("tests/Recovery/Timeline/CalibrationTests.cs"))));

    private static readonly Lazy<HashSet<string>> Named = new(() => Ids().Matches(
        Code.Value + Repository.Read("policies/recovery.yaml")
            + string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/adr")).Select(File.ReadAllText)))
        .Select(match => match.Value).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void EveryFact_IsReadOrNamed() => Assert.DoesNotContain(FactBook.All.Select(fact => fact.Id), id => !Named.Value.Contains(id));

    [Fact]
    public void FigureOfAFact_IsReadAndNotTyped() => Assert.Equal(
        string.Join('\n', OnlyNamed.Keys.Order(StringComparer.Ordinal)),
        string.Join('\n', FactBook.All.Where(fact => fact.Seconds is not null && !IsRead(fact.Id)).Select(fact => fact.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void FactThatCodeNames_IsThere() =>
        Assert.DoesNotContain(Mentions().Matches(Code.Value).SelectMany(match => Ids().Matches(match.Value)), match => FactBook.Find(match.Value) is null);

    private static bool IsRead(string id) => Code.Value.Contains($"\"{id}\"", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(params IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(File.ReadAllText);

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex("\\b[Ff]acts? [a-z0-9]+(-[a-z0-9]+)+((,| and) [a-z0-9]+(-[a-z0-9]+)+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();
}
