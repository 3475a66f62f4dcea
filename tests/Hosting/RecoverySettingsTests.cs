using System.Text.Json;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>What recovery.yaml and the engine's configuration do to verdicts, by the example of one resource rule.</summary>
public sealed class RecoverySettingsTests : IAsyncLifetime
{
    private const string Rule = "deletion-protection-is-on";
    private const string File = "recovery-settings";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drinfra");
    private PackServer _pack = null!;

    public async Task InitializeAsync()
    {
        Write("PulumiPolicy.yaml", "runtime: dotnet");
        _pack = await PackServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _pack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task LevelInThePacksFolder_Holds()
    {
        Write("recovery.yaml", $"rules: {{ {Rule}: disabled }}");
        await HandshakeAsync();
        Assert.Null(await AnalyzeAsync());
    }

    [Fact]
    public async Task EngineRepeatsWhatWasAnnounced_NamedFileHolds()
    {
        Write("other.yaml", $"rules: {{ {Rule}: advisory }}");
        await HandshakeAsync();
        await ConfigureAsync((Rule, EnforcementLevel.Mandatory, "{}"), (File, EnforcementLevel.Mandatory, """{"file":"other.yaml"}"""));
        Assert.Equal(EnforcementLevel.Advisory, (await AnalyzeAsync())!.EnforcementLevel);
    }

    [Fact]
    public async Task EngineSaysOtherwise_EngineWins()
    {
        Write("recovery.yaml", $"rules: {{ {Rule}: advisory }}");
        await HandshakeAsync();
        await ConfigureAsync((Rule, EnforcementLevel.Mandatory, "{}"));
        Assert.Equal(EnforcementLevel.Mandatory, (await AnalyzeAsync())!.EnforcementLevel);
    }

    [Fact]
    public async Task Waiver_TakesTheViolationOutAndIsInUse()
    {
        Write("recovery.yaml", $"waivers: [{{ rule: {Rule}, urn: '*orders', reason: a test, owner: me, expires: 2999-01-01 }}]");
        await HandshakeAsync();
        Assert.Null(await AnalyzeAsync());
        Assert.DoesNotContain(await AnalyzeStackAsync(), diagnostic => diagnostic.PolicyName == "waiver-is-in-use");
    }

    [Theory]
    [InlineData("recovery.yaml", "{ not yaml", null)]
    [InlineData("recovery.yaml", "nonsense: 1", null)]
    [InlineData("recovery.yaml", "rules: { deletion-protecton-is-on: advisory }", null)]
    [InlineData("recovery.yaml", "", "missing.yaml")]
    public async Task FileThatCannotBeRead_RefusesTheStack(string name, string content, string? named)
    {
        Write(name, content);
        await HandshakeAsync();
        if (named is not null)
        {
            await ConfigureAsync((File, EnforcementLevel.Mandatory, $"{{\"file\":\"{named}\"}}"));
        }

        // Alone: what is judged without the operator's word is not what he is to answer for.
        Assert.Null(await AnalyzeAsync());
        var diagnostic = Assert.Single(await AnalyzeStackAsync());
        Assert.Equal(
            (File, EnforcementLevel.Mandatory, PolicySeverity.Critical, ""),
            (diagnostic.PolicyName, diagnostic.EnforcementLevel, diagnostic.Severity, diagnostic.Urn));
        Assert.InRange(diagnostic.Message.Split('\n').Length, 2, 6);
    }

    [Fact]
    public async Task StrangersStack_HasTheLevelThatIsSet()
    {
        Write("recovery.yaml", $"rules: {{ {Rule}: mandatory }}");
        await HandshakeAsync();
        var reply = await _pack.Client.CallAsync("Analyze", Messages.Alone(Messages.Resource(Messages.Table, "theirs", "{}")), AnalyzeResponse.Parser);
        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(reply.Diagnostics, diagnostic => diagnostic.PolicyName == Rule).EnforcementLevel);
    }

    [Theory]
    [InlineData(EnforcementLevel.Mandatory, null, "", EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Remediate, null, "", EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Disabled, null, "", null)]
    [InlineData(EnforcementLevel.Advisory, EnforcementLevel.Mandatory, "", EnforcementLevel.Mandatory)]
    [InlineData(EnforcementLevel.Mandatory, null, "rules: { verdicts-are-known: mandatory }", EnforcementLevel.Mandatory)]
    [InlineData(null, EnforcementLevel.Advisory, "rules: { all: mandatory }", EnforcementLevel.Advisory)]
    [InlineData(null, EnforcementLevel.Advisory, "rules: { all: remediate }", EnforcementLevel.Advisory)]
    [InlineData(null, EnforcementLevel.Mandatory, "", EnforcementLevel.Mandatory)]
    [InlineData(null, EnforcementLevel.Disabled, "", null)]
    internal async Task VerdictsThatCannotBeGiven_ObeyAnEntryOfTheirOwnAlone(
        EnforcementLevel? all, EnforcementLevel? own, string settings, EnforcementLevel? told)
    {
        const string Known = "verdicts-are-known";
        Write("recovery.yaml", settings);
        await HandshakeAsync();
        // The engine spreads the dial over all policies.
        List<(string, EnforcementLevel, string)> entries = [(Known, own ?? all!.Value, "{}")];
        if (all is { } dial)
        {
            entries.Add(("all", dial, "{}"));
        }

        await ConfigureAsync([.. entries]);
        var table = Messages.Resource(Messages.Table, "orders", """{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":"?"}""");
        var rule = all == EnforcementLevel.Disabled ? null : told;
        var reply = await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { table } }, AnalyzeResponse.Parser);
        Assert.Equal(rule, reply.Diagnostics.SingleOrDefault(diagnostic => diagnostic.PolicyName == Known)?.EnforcementLevel);
    }

    [Fact]
    public async Task Counterpart_JudgedAlongButNotReported()
    {
        // The other stack has the same table without protection, and a table that cannot be judged.
        Write("dr.json", $$$"""
            {"version":3,"deployment":{"resources":[
              {"urn":"{{{Messages.Urn(Messages.Table, "theirs", "dr")}}}","type":"{{{Messages.Table}}}","custom":true,
               "inputs":{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":"{{{WireMarks.Unknown}}}"}}]}}
            """);
        Write("recovery.yaml", "counterparts: { dev: dr.json }");
        await HandshakeAsync();
        var diagnostics = await AnalyzeStackAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.PolicyName == File);
        Assert.DoesNotContain(diagnostics, diagnostic => (diagnostic.Urn + diagnostic.Message).Contains("theirs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("counterparts:\n  other: somewhere.json\n", false)]
    public async Task PairThatIsNotKnown_PrintsTheLinesThatMakeItKnown(string settings, bool heading)
    {
        Write("recovery.yaml", settings);
        await HandshakeAsync();
        const string Manifest = """
            { "version": 1, "pair": "main", "workload": "orders", "owner": "team", "tier": "gold", "role": "primary", "decide": "15m",
              "corruptionDetection": "1h", "repair": "rollback", "writer": "single",
              "regions": { "primary": "eu-west-1", "standby": "eu-central-1" }, "objectives": { "region": { "rpo": "1d", "rto": "1d" } }, "stores": [] }
            """;
        var parameter = $$"""
            { "name": "/dr/main/orders", "type": "String", "tags": { "dr:workload": "orders", "dr:pair": "main" },
              "insecureValue": {{JsonSerializer.Serialize(Manifest)}} }
            """;
        var request = new AnalyzeStackRequest { Resources = { Resource(), Messages.Resource("aws:ssm/parameter:Parameter", "manifest", parameter) } };

        var reply = await _pack.Client.CallAsync("AnalyzeStack", request, AnalyzeResponse.Parser);

        var lines = Assert.Single(reply.Diagnostics, diagnostic => diagnostic.PolicyName == "pair-is-known").Message.Split('\n');
        Assert.Contains($"--file {Path.Combine(_folder.FullName, "counterpart-of-dev.json")}`", lines[1], StringComparison.Ordinal);
        Assert.Equal(heading ? ["counterparts:", "  dev: counterpart-of-dev.json"] : ["  dev: counterpart-of-dev.json"], lines[2..]);

        Write("counterpart-of-dev.json", """{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:dr::test::a:b:C::c","type":"a:b:C"}]}}""");
        Write("recovery.yaml", settings + string.Join('\n', lines[2..]));
        await HandshakeAsync();
        Assert.DoesNotContain(await AnalyzeStackAsync(), diagnostic => diagnostic.PolicyName is File or "pair-is-known");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    [InlineData("""{"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:dev::test::a:b:C::c","type":"a:b:C"}]}}""")]
    public async Task CounterpartThatIsNone_RefusesTheStack(string? content)
    {
        if (content is not null)
        {
            Write("dr.json", content);
        }

        Write("recovery.yaml", "counterparts: { dev: dr.json }");
        await HandshakeAsync();
        Assert.Single(await AnalyzeStackAsync(), diagnostic => diagnostic.PolicyName == File);
    }

    private void Write(string name, string content) => System.IO.File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private async Task HandshakeAsync() => await _pack.Client.CallAsync(
        "Handshake", new AnalyzerHandshakeRequest { ProgramDirectory = _folder.FullName }, AnalyzerHandshakeResponse.Parser);

    private async Task ConfigureAsync(params (string Policy, EnforcementLevel Level, string Properties)[] entries) =>
        await _pack.Client.CallAsync("Configure", Messages.Configuration(entries), Empty.Parser);

    private async Task<AnalyzeDiagnostic?> AnalyzeAsync() => (await _pack.Client.CallAsync("Analyze", Messages.Alone(Resource()), AnalyzeResponse.Parser))
        .Diagnostics.SingleOrDefault(diagnostic => diagnostic.PolicyName == Rule);

    private async Task<IReadOnlyList<AnalyzeDiagnostic>> AnalyzeStackAsync() =>
        [.. (await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { Resource() } }, AnalyzeResponse.Parser)).Diagnostics];

    private static AnalyzerResource Resource() => Messages.Resource(Messages.Table, "orders", """{"tags":{"dr:workload":"orders"}}""");
}
