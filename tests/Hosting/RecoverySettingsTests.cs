using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>What recovery.yaml and the engine's configuration do to verdicts, by the example of one resource rule.</summary>
public sealed class RecoverySettingsTests : IAsyncLifetime
{
    private const string Rule = "table-has-deletion-protection";
    private const string File = "recovery-settings";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drinfra");
    private PackProcess _pack = null!;

    public async Task InitializeAsync()
    {
        Write("PulumiPolicy.yaml", "runtime: dotnet");
        _pack = await PackProcess.StartAsync(_folder.FullName);
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
    [InlineData("recovery.yaml", "", "missing.yaml")]
    public async Task FileThatCannotBeRead_RefusesTheStack(string name, string content, string? named)
    {
        Write(name, content);
        await HandshakeAsync();
        if (named is not null)
        {
            await ConfigureAsync((File, EnforcementLevel.Mandatory, $"{{\"file\":\"{named}\"}}"));
        }

        var diagnostic = Assert.Single(await AnalyzeStackAsync(), diagnostic => diagnostic.PolicyName == File);
        Assert.Equal((EnforcementLevel.Mandatory, ""), (diagnostic.EnforcementLevel, diagnostic.Urn));
        Assert.InRange(diagnostic.Message.Split('\n').Length, 2, 6);
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
