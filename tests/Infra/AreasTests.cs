using System.Text.RegularExpressions;

namespace DrInfra.Tests.Infra;

/// <summary>Where code of the program stands, by source.</summary>
public partial class AreasTests
{
    // What is no area: of several areas, or above them.
    private static readonly string[] Further = ["Conventions", "Functions", "Permissions", "Settings", "Stacks"];

    private static readonly (string Path, string Text)[] Sources = [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path.GetRelativePath(Path.Combine(Repository.Root, "infra"), path).Replace('\\', '/'), File.ReadAllText(path)))
        .OrderBy(source => source.Item1, StringComparer.Ordinal)];

    [GeneratedRegex("\"drinfra:(?<area>[a-z]+):(?<name>[A-Za-z]+)\"")]
    private static partial Regex Token { get; }

    [GeneratedRegex("\"[a-z0-9-]+:[A-Z*][A-Za-z]*\"")]
    private static partial Regex Action { get; }

    // data/GlobalTable for infra/Data/GlobalTable.cs: a token is a part of each URN, so it is the folder that follows.
    [Fact]
    public void Component_StandsInTheFolderThatItsTokenNames()
    {
        var components = Sources.SelectMany(source => Token.Matches(source.Text).Select(match => (source.Path, Token: match.Groups))).ToList();

        Assert.NotEmpty(components);
        Assert.All(components, component => Assert.Equal(
            $"{char.ToUpperInvariant(component.Token["area"].Value[0])}{component.Token["area"].Value[1..]}/{component.Token["name"].Value}.cs",
            component.Path));
    }

    [Fact]
    public void Folder_IsAnAreaOrOneOfTheFew() => Assert.Equal(
        Sources.SelectMany(source => Token.Matches(source.Text)).Select(match => match.Groups["area"].Value).Concat(Further.Select(Lower)).Distinct()
            .Order(StringComparer.Ordinal),
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "infra")).Select(path => Lower(Path.GetFileName(path))).Order(StringComparer.Ordinal));

    [Fact]
    public void Namespace_FollowsTheFolder() => Assert.All(
        Sources.Where(source => Path.GetFileName(source.Path) != "Program.cs"),
        source => Assert.Contains($"namespace DrInfra.Infra.{string.Join('.', source.Path.Split('/')[..^1])};", source.Text, StringComparison.Ordinal));

    [Fact]
    public void ActionOfIam_StandsInPermissionsAlone()
    {
        var folders = Sources.Where(source => Action.IsMatch(source.Text)).Select(source => source.Path.Split('/')[0]).Distinct();

        Assert.Equal(["Permissions"], folders);
    }

    // A manifest is what the settings promise; everything else takes what it needs.
    [Fact]
    public void Area_DoesNotKnowTheSettingsOfTheWholeStack() => Assert.Equal(
        ["Recovery/Manifests.cs"],
        Sources
            .Where(source => !Further.Contains(source.Path.Split('/')[0]) && source.Text.Contains("PlatformSettings", StringComparison.Ordinal))
            .Select(source => source.Path));

    private static string Lower(string name) => name.ToLowerInvariant();
}
