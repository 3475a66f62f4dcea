using System.Text.Json;
using System.Text.RegularExpressions;
using DrInfra.Drctl.Projects;
using DrInfra.Policies.Hosting;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;
using Json.Schema;

namespace DrInfra.Tests.Drctl;

/// <summary>What the documents say of recovery.yaml beside what its reader takes: the schema, the reference and their examples.</summary>
public partial class RecoveryFileTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Repository.Read("docs/schema/recovery-1.json"));

    public static TheoryData<string> Sound =>
    [
        File.ReadAllText(Path.Combine(Repository.Shipped, "policies", "recovery.yaml")), .. Examples, "", "# nothing yet\n", "rules:\nwaivers: []\n",
    ];

    private static IEnumerable<string> Examples =>
        Example().Matches(Repository.Read("docs/recovery.md")).Select(example => example.Groups["yaml"].Value);

    [Theory]
    [MemberData(nameof(Sound))]
    public void SoundFile_FitsTheSchemaAndIsRead(string text)
    {
        Assert.True(Fits(text));
        RecoverySettingsFile.Parse(text, "recovery.yaml", SettingsNames.All);
    }

    [Fact]
    public void ExampleOfTheReference_HasEverySection()
    {
        var settings = RecoverySettingsFile.Parse(Examples.First(), "recovery.yaml", SettingsNames.All);

        Assert.All(
            [settings.Objectives.Count, settings.Assumptions.Count, settings.Evidence.Count, settings.Waivers.Count, settings.Rules.Count,
                settings.Counterparts.Count, settings.Workloads.Count],
            count => Assert.NotEqual(0, count));
        Assert.Equal(
            ["dev.json", "dr.json"],
            Examples.SelectMany(example => RecoverySettingsFile.Parse(example, "recovery.yaml").Counterparts.Values).Distinct().Order());
    }

    [Theory]
    [InlineData("waiver: []")]
    [InlineData("- a")]
    [InlineData("counterparts: dr.json")]
    [InlineData("counterparts: { dev: [dr.json] }")]
    [InlineData("counterparts: { dev: }")]
    [InlineData("rules: { all: mandatry }")]
    [InlineData("rules: { all: }")]
    [InlineData("rules: { version-is-supported: { noticeDays: [1] } }")]
    [InlineData("objectives: { ledger: {} }")]
    [InlineData("objectives: { workloads: { ledger: { region: { rto: 30m } } } }")]
    [InlineData("objectives: { workloads: { ledger: { region: { rpo: 5 min, rto: 30m } } } }")]
    [InlineData("objectives: { tiers: { internal: { decide: soon } } }")]
    [InlineData("assumptions: [{ id: adoption, value: 1h, owner: me, reviewed: 2026-01-01 }]")]
    [InlineData("assumptions: [{ id: adoption@, value: 1h, why: a test, owner: me, reviewed: 2026-01-01 }]")]
    [InlineData("assumptions: [{ id: adoption, value: 1h, why: a test, owner: me, reviewed: 24.11.2026 }]")]
    [InlineData("evidence: [{ step: adoption, resource: a, configuration: b, measured: [1m], date: 2026-01-01, kind: planned }]")]
    [InlineData("evidence: [{ step: adoption, resource: a, measured: [], date: 2026-01-01, kind: planned }]")]
    [InlineData("evidence: [{ step: adoption, resource: a, measured: [1m], date: 2026-01-01, kind: drill }]")]
    [InlineData("waivers: [{ rule: version-is-supported, urn: '*', reason: a test, owner: me }]")]
    [InlineData("workloads: { shop: { tier: internal } }")]
    public void MistakenFile_FitsNeitherTheSchemaNorTheReader(string text)
    {
        Assert.False(Fits(text));
        Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Parse(text, "recovery.yaml", SettingsNames.All));
    }

    [Fact]
    public void Reference_ListsTheCatalogueOfAssumptions() => Assert.Equal(
        AssumptionCatalogue.All.Select(kind => $"| `{kind.Id}` | {kind.Unit.ToString().ToLowerInvariant()} | {kind.Description} |"),
        Repository.Read("docs/recovery.md").Split('\n').SkipWhile(line => line != "## Assumptions")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)));

    private static bool Fits(string text)
    {
        var value = YamlReader.Read(text, new SettingsReading("recovery.yaml"))!;
        using var document = JsonDocument.Parse(value is YamlText { IsNothing: true } ? "null" : EngineValue.Text(value));
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
