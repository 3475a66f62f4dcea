using System.Text.RegularExpressions;
using DrInfra.Policies.Checking;

namespace DrInfra.Tests.Policies;

/// <summary>
/// The rooms of the policy pack and who may know whom, held by the sources: constants leave no trace in compiled code.
/// </summary>
public partial class RoomsTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Graph"] = [],
        ["Kubernetes"] = ["Graph"],
        ["Aws"] = ["Graph", "Kubernetes"],
        ["Assessment"] = ["Graph", "Aws", "Kubernetes"],
        ["Operations"] = ["Graph", "Aws", "Kubernetes", "Assessment"],
        ["Rules"] = ["Graph", "Aws", "Kubernetes", "Assessment"],
        ["Checking"] = ["Graph", "Aws", "Kubernetes", "Assessment", "Rules", "Operations"],
        ["Catalogue"] = ["Graph", "Rules", "Checking"],
        ["Hosting"] = ["Graph", "Aws", "Assessment", "Rules", "Checking"],
    };

    private static readonly string Policies = Path.Combine(Repository.Root, "policies");

    [Fact]
    public void EveryFolderOfThePack_IsARoomWithItsArrows() =>
        Assert.Equal(MayKnow.Keys.Order(), Directory.GetDirectories(Policies).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());

    [Fact]
    public void ARoom_KnowsOnlyTheRoomsBelowIt()
    {
        var wrong =
            from source in Sources("policies")
            let room = RoomOf(source)
            where room is not null
            from Match match in Known().Matches(File.ReadAllText(source))
            let other = match.Groups["room"].Value
            where other != room && MayKnow.ContainsKey(other) && !MayKnow[room].Contains(other)
            select $"{Path.GetRelativePath(Policies, source)} knows {other}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void ATypeToken_IsWrittenOnce()
    {
        var written = Sources(
            "policies", "drctl").SelectMany(source => Tokens().Matches(File.ReadAllText(source)).Select(match => (Token: match.Value, Source: source)));

        Assert.Empty(
            written.GroupBy(pair => pair.Token).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => Path.GetFileName(pair.Source)))}"));
        Assert.Empty(
            written.Where(pair => !pair.Source.EndsWith("Types.cs", StringComparison.Ordinal))
                .Select(pair => $"{pair.Token}: {Path.GetFileName(pair.Source)}"));
    }

    // Any other rule would wait for the assessment while there is work that needs no waiting.
    [Fact]
    public void OnlyRulesOfTheAssessment_AskForIt() => Assert.DoesNotContain(
        Sources("policies/Rules"),
        source => Path.GetFileName(source) != "AssessmentRule.cs" && File.ReadAllText(source).Contains("context.Recovery", StringComparison.Ordinal));

    [Fact]
    public void EveryRule_IsDescribedInTheRulesFileOfItsArea() => Assert.Equal(
        Sources("policies/Rules")
            .SelectMany(source => RuleClass().Matches(File.ReadAllText(source)).Select(match => $"{RoomPathOf(source)}.{match.Groups["name"].Value}"))
            .Order(),
        RecoveryPolicyPack.Rules.Select(rule => rule.GetType().FullName).Order());

    [Fact]
    public void AType_HasANameOfItsOwn() => Assert.Empty(
        Sources("policies").SelectMany(source => Declared().Matches(File.ReadAllText(source)).Select(match => match.Groups["name"].Value).Distinct())
            .CountBy(name => name).Where(count => count.Value > 1).Select(count => count.Key));

    [Fact]
    public void Assessment_AsksTheViews_AndReadsNoPropertyByItsName() => Assert.Empty(
        from source in Sources("policies/Assessment")
        from Match match in ReadByName().Matches(File.ReadAllText(source))
        select $"{Path.GetFileName(source)}: {match.Value}");

    private static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    private static string? RoomOf(string source) =>
        Path.GetRelativePath(Policies, source).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : null;

    private static string RoomPathOf(string source) =>
        $"DrInfra.P{string.Join('.', Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(source)!)[1..].Split(Path.DirectorySeparatorChar))}";

    // By its full name in a using or in code; the part of the name before it is the same for all.
    [GeneratedRegex(@"DrInfra\.Policies\.(?<room>[A-Z]\w+)")]
    private static partial Regex Known();

    [GeneratedRegex("\"aws:[a-z0-9]+/[A-Za-z0-9]+:[A-Z][A-Za-z0-9]+\"")]
    private static partial Regex Tokens();

    // An index by a text, as in node["multiAz"], or a text for the property to follow; a list of texts stands after no name.
    [GeneratedRegex("""[\w\])?!]\["[A-Za-z][^"]*"\]|(?:Follow|FollowAll|UsersOf|Declared)\([^()"\n]*"[A-Za-z]\w*""")]
    private static partial Regex ReadByName();

    [GeneratedRegex(@"^public sealed (?:partial )?class (?<name>\w+)(?:\(\))? : \w*Rule\w*", RegexOptions.Multiline)]
    private static partial Regex RuleClass();

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|static|abstract|partial|readonly)\s+)*(?:class|record struct|record|struct|enum|interface)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declared();
}
