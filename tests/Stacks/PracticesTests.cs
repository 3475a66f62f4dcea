using System.Reflection;
using System.Text.RegularExpressions;
using DrInfra.Infra.Stacks;
using DrInfra.Policies.Catalogue;
using DrInfra.Policies.Checking;
using DrInfra.Recovery;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// docs/practices.md: each practice with the components that declare it, the rules that enforce it and the tests that exercise it, as these say of
/// themselves. <c>DRINFRA_PRACTICES=write</c> writes the page.
/// </summary>
public partial class PracticesTests
{
    private const string Page = "docs/practices.md";
    private const int MostNames = 6;

    private static readonly ILookup<string, string> Components = typeof(Platform).Assembly.GetTypes()
        .SelectMany(type => (type.GetCustomAttribute<PracticesAttribute>()?.Ids ?? []).Select(id => (Id: id, type.Name)))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal).ToLookup(entry => entry.Id, entry => entry.Name);

    private static readonly ILookup<string, string> Rules = RecoveryPolicyPack.Rules
        .SelectMany(rule => rule.Practices.Select(id => (Id: id, Rule: rule.Id))).ToLookup(entry => entry.Id, entry => entry.Rule);

    private static readonly (string Name, string Text)[] TestFiles =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Text: File.ReadAllText(path))),
    ];

    private static readonly ILookup<string, string> Tests = TestFiles
        .SelectMany(file => Traits().Matches(file.Text).Select(match => (Id: match.Groups["id"].Value, file.Name)))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal).ToLookup(entry => entry.Id, entry => entry.Name);

    [Fact]
    public void Page_SaysWhatIsThere()
    {
        var page = string.Join('\n', Lines());
        if (Environment.GetEnvironmentVariable("DRINFRA_PRACTICES") == "write")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), page);
        }

        Assert.Equal(Repository.Read(Page), page);
    }

    [Fact]
    public void EveryCell_HasNamesOrAReason_AndNotBoth() => Assert.All(Practices.All, practice =>
    {
        Assert.Equal((practice.Id, !Components[practice.Id].Any()), (practice.Id, practice.NotDeclared is not null));
        Assert.Equal((practice.Id, !Rules[practice.Id].Any()), (practice.Id, practice.NotEnforced is not null));
        Assert.Equal((practice.Id, !Tests[practice.Id].Any()), (practice.Id, practice.NotExercised is not null));
    });

    [Fact]
    public void Practices_AreThirtyThree_AndWhatAllBackupsCover() => Assert.Equal(33 + 1, Practices.All.DistinctBy(practice => practice.Id).Count());

    [Fact]
    public void EveryIdThatIsGiven_IsAPractice() => Assert.Empty(
        Components.Concat(Rules).Concat(Tests).Select(group => group.Key).Distinct().Except(Practices.All.Select(practice => practice.Id)));

    [Fact]
    public void NamedSystems_AreEleven_AndEachCellIsThereOrItsGapIsNamed() => Assert.All(NamedSystems.All, system =>
    {
        Assert.Equal(11, NamedSystems.All.DistinctBy(one => one.Name).Count());
        Assert.Equal((system.Name, system.Gap is null), (
            system.Name, system is { Declared.Count: > 0, Protected.Length: > 0, FailsOver.Length: > 0, Judged.Count: > 0, Tests.Count: > 0 }));
        Assert.Empty(system.Declared.Except(typeof(Platform).Assembly.GetTypes().Select(type => type.Name)));
        Assert.Empty(system.Judged.Except(RecoveryPolicyPack.Rules.Select(rule => rule.Id)));
        Assert.Empty(system.Tests.Except(TestFiles.Select(file => file.Name)));
    });

    private static IEnumerable<string> Lines()
    {
        yield return "# Practices";
        yield return "";
        yield return "<!-- Generated: DRINFRA_PRACTICES=write dotnet test tests/Stacks --filter PracticesTests -->";
        yield return "";
        yield return "The practices of disaster recovery for data platforms, each with the components that declare it, the number of rules that enforce it";
        yield return "(`drctl rules B1` lists them) and the tests that exercise it (`dotnet test --filter Practice=B1` runs them). REL: the Reliability";
        yield return "Pillar of the AWS Well-Architected Framework; NIST: the section of SP 800-34 Rev. 1.";
        foreach (var area in Practices.All.GroupBy(practice => practice.Area))
        {
            yield return "";
            yield return $"## {area.Key}";
            yield return "";
            yield return "| practice | REL | NIST | declared by | rules | exercised by |";
            yield return "|---|---|---|---|---|---|";
            foreach (var practice in area)
            {
                var enforced = practice.NotEnforced is { } why ? $"none: {why}" : $"{Rules[practice.Id].Count()}";
                yield return $"| {practice.Id} {practice.Title} | {practice.WellArchitected} | {practice.Nist} "
                    + $"| {Cell(Components[practice.Id], practice.NotDeclared)} | {enforced} | {Cell(Tests[practice.Id], practice.NotExercised)} |";
            }

            var notes = area.Where(practice => practice.Elsewhere is not null).ToList();
            if (notes.Count > 0)
            {
                yield return "";
            }

            foreach (var note in notes)
            {
                yield return $"- {note.Id}: {note.Elsewhere}.";
            }
        }

        yield return "";
        yield return "## Named systems";
        yield return "";
        yield return "The systems that the practices name: which component declares them, how what they hold is protected, how they move to the other Region,";
        yield return "which rules judge them (in any program), and which tests show it.";
        yield return "";
        yield return "| system | declared by | protected | failed over | judged by | tested by |";
        yield return "|---|---|---|---|---|---|";
        foreach (var system in NamedSystems.All)
        {
            yield return system.Gap is { } gap
                ? $"| {system.Name} | none: {gap} | - | - | - | {(system.Tests.Count == 0 ? "-" : string.Join(", ", system.Tests))} |"
                : $"| {system.Name} | {string.Join(", ", system.Declared)} | {system.Protected} | {system.FailsOver} | {string.Join(", ", system.Judged)} "
                    + $"| {string.Join(", ", system.Tests)} |";
        }

        yield return "";
    }

    private static string Cell(IEnumerable<string> names, string? reason)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal)];
        return reason is not null ? $"none: {reason}"
            : string.Join(", ", all.Take(MostNames)) + (all.Length > MostNames ? $" and {all.Length - MostNames} more" : "");
    }

    [GeneratedRegex("""\[Trait\("Practice", "(?<id>[^"]+)"\)\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Traits();
}
