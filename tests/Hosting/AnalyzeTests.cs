using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>Verdicts as the engine gets them, by the example of one resource rule.</summary>
public sealed class AnalyzeTests : IAsyncLifetime
{
    private const string Rule = "deletion-protection-is-on";
    private const string Ours = """{"tags":{"dr:workload":"orders"}}""";

    private PackServer _pack = null!;

    public async Task InitializeAsync() => _pack = await PackServer.StartAsync();

    public async Task DisposeAsync() => await _pack.DisposeAsync();

    [Fact]
    public async Task Violation_SaysWhatWhyAndWhereInSixLines()
    {
        var diagnostic = (await AnalyzeAsync(Ours))!;
        Assert.Equal(RecoveryPolicyPack.Name, diagnostic.PolicyPackName);
        Assert.Equal(RecoveryPolicyPack.Version, diagnostic.PolicyPackVersion);
        Assert.Equal(EnforcementLevel.Mandatory, diagnostic.EnforcementLevel);
        Assert.Equal(PolicySeverity.High, diagnostic.Severity);
        Assert.Equal(Messages.Urn(Messages.Table, "orders"), diagnostic.Urn);
        var lines = diagnostic.Message.Split('\n');
        Assert.InRange(lines.Length, 4, 6);
        Assert.Equal("the table has no deletion protection", lines[0]);
        Assert.Equal($"docs/rules.md#{Rule}", lines[^1]);
    }

    [Theory]
    [InlineData("""{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":true}""", false)]
    [InlineData("""{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":"?"}""", false)]
    [InlineData("""{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":false}""", true)]
    public async Task PropertyOnTheWire_IsReadAsWhatItMeans(string properties, bool violates) =>
        Assert.Equal(violates, await AnalyzeAsync(properties) is not null);

    [Fact]
    public async Task SecretOnTheWire_IsReadAsWhatIsInIt() => Assert.Null(
        await AnalyzeAsync($$"""{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":{{Messages.Secret("true")}}}"""));

    [Fact]
    public async Task StrangersStack_OnlyAdvised() => Assert.Equal(EnforcementLevel.Advisory, (await AnalyzeAsync("{}"))!.EnforcementLevel);

    [Fact]
    public async Task ViolationBeforeTheStackShowsThatItIsOurs_MandatoryAtTheEnd()
    {
        var untagged = Messages.Resource(Messages.Table, "orders", "{}");
        var tagged = Messages.Resource(Messages.Table, "other", """{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":true}""");
        foreach (var resource in new[] { untagged, tagged })
        {
            await _pack.Client.CallAsync("Analyze", Messages.Alone(resource), AnalyzeResponse.Parser);
        }

        var reply = await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { untagged, tagged } }, AnalyzeResponse.Parser);
        var diagnostic = Assert.Single(reply.Diagnostics, diagnostic => diagnostic.PolicyName == Rule);
        Assert.Equal((EnforcementLevel.Mandatory, untagged.Urn), (diagnostic.EnforcementLevel, diagnostic.Urn));
    }

    [Fact]
    public async Task ToldOnceOfAResource_NotRepeatedForTheStack()
    {
        Assert.NotNull(await AnalyzeAsync(Ours));
        var reply = await _pack.Client.CallAsync("AnalyzeStack",
            new AnalyzeStackRequest { Resources = { Messages.Resource(Messages.Table, "orders", Ours) } }, AnalyzeResponse.Parser);
        Assert.DoesNotContain(reply.Diagnostics, diagnostic => diagnostic.PolicyName == Rule);
    }

    [Fact]
    public async Task VerdictsThatCannotBeGiven_OneAdvisoryOnTheStack()
    {
        var resources = Enumerable.Range(0, 5)
            .Select(i => Messages.Resource(Messages.Table, $"table-{i}", """{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":"?"}"""));
        var reply = await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { resources } }, AnalyzeResponse.Parser);
        var diagnostic = Assert.Single(reply.Diagnostics, diagnostic => diagnostic.PolicyName == "verdicts-are-known");
        Assert.Equal(("", EnforcementLevel.Advisory), (diagnostic.Urn, diagnostic.EnforcementLevel));
        Assert.Matches(@"^\d+ verdicts are unknown before the deployment\n", diagnostic.Message);
        Assert.InRange(diagnostic.Message.Split('\n').Length, 5, 6);
    }

    [Fact]
    public async Task TypesThatNobodyReads_OneAdvisoryOnTheStack()
    {
        var resources = Enumerable.Range(0, 2).Select(i => Messages.Resource("mongodbatlas:index/cluster:Cluster", $"cluster-{i}", "{}"));
        var reply = await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { resources } }, AnalyzeResponse.Parser);

        var diagnostic = Assert.Single(reply.Diagnostics, diagnostic => diagnostic.PolicyName == "types-are-read");
        Assert.Equal(("", EnforcementLevel.Advisory), (diagnostic.Urn, diagnostic.EnforcementLevel));
        Assert.StartsWith("2 resources are not judged\nmongodbatlas:index/cluster:Cluster (2): ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InputsOfTheRegistration_StandApartFromComputedOutputs()
    {
        // The engine fills in unknown outputs for what the program left to the service, whose default is no protection.
        await AnalyzeAsync(Ours);
        var declared = Messages.Resource(Messages.Table, "orders", """{"tags":{"dr:workload":"orders"},"deletionProtectionEnabled":"?"}""");
        var reply = await _pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { declared } }, AnalyzeResponse.Parser);
        Assert.DoesNotContain(reply.Diagnostics, diagnostic => diagnostic.Message.Contains($"{Rule}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Mandatory)]
    [InlineData(EnforcementLevel.Remediate, EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Disabled)]
    internal async Task ConfiguredLevel_IsOnTheDiagnostic(EnforcementLevel level, EnforcementLevel? told = null)
    {
        await _pack.Client.CallAsync("Configure", Messages.Configuration((Rule, level, "{}")), Empty.Parser);
        var diagnostic = await AnalyzeAsync(Ours);
        Assert.Equal(level == EnforcementLevel.Disabled ? null : told ?? level, diagnostic?.EnforcementLevel);
    }

    [Fact]
    public async Task DialForAll_HoldsWhereARuleHasNoEntry()
    {
        await _pack.Client.CallAsync("Configure", Messages.Configuration(("all", EnforcementLevel.Advisory, "{}")), Empty.Parser);
        Assert.Equal(EnforcementLevel.Advisory, (await AnalyzeAsync(Ours))!.EnforcementLevel);
        await _pack.Client.CallAsync("Configure",
            Messages.Configuration(("all", EnforcementLevel.Advisory, "{}"), (Rule, EnforcementLevel.Mandatory, "{}")), Empty.Parser);
        Assert.Equal(EnforcementLevel.Mandatory, (await AnalyzeAsync(Ours))!.EnforcementLevel);
    }

    private async Task<AnalyzeDiagnostic?> AnalyzeAsync(string properties)
    {
        var request = Messages.Alone(Messages.Resource(Messages.Table, "orders", properties));
        var reply = await _pack.Client.CallAsync("Analyze", request, AnalyzeResponse.Parser);
        return reply.Diagnostics.SingleOrDefault(diagnostic => diagnostic.PolicyName == Rule);
    }
}
