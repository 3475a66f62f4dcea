using System.Text.RegularExpressions;

namespace DrInfra.Tests.Policies.Contributing;

/// <summary>The examples of CONTRIBUTING.md are the sources beside this test, which the compiler has read.</summary>
public partial class ContributingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Policies", "Contributing");

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));

    [Fact]
    public void EveryExample_IsACompiledSource()
    {
        var compiled = Directory.EnumerateFiles(Folder, "MqBroker*.cs").Select(file => Body(File.ReadAllText(file))).ToArray();
        var examples = Fence().Matches(Text).Select(match => match.Groups["code"].Value.Trim()).ToArray();

        Assert.Equal(compiled.Order(StringComparer.Ordinal), examples.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryFileThatItNames_IsThere() => Assert.All(
        Link().Matches(Text).Select(match => match.Groups["path"].Value), path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));

    // Without usings and namespace.
    private static string Body(string source) => source[(source.IndexOf(';', source.IndexOf("namespace ", StringComparison.Ordinal)) + 1)..].Trim();

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)")]
    private static partial Regex Link();
}
