using System.Text.Json;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>Mistakes that only show when the stacks of a project are looked at together.</summary>
public sealed class StackPairCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-pairs-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task StandbyWithoutPrimary_IsRefused()
    {
        Copy("Pulumi.yaml");
        Copy("Pulumi.dr.yaml");

        var (exitCode, error) = await PreviewAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("pair main has a standby but no primary", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverrideForTheChosenStackAlone_IsNoDisagreement()
    {
        CopyAll();

        Assert.Equal(0, (await PreviewAsync("--stack", "dr", "--config", "activation=active")).ExitCode);
        Assert.Equal(0, (await PreviewAsync("--stack", "dr", "--config", "workloads[0].stores[0].sizeGb=500")).ExitCode);
    }

    [Fact]
    public async Task StacksOfAPairThatDisagree_AreRefused()
    {
        CopyAll();
        await File.AppendAllTextAsync(Path.Combine(_folder, "Pulumi.dr.yaml"), "  drinfra:accountId: \"999999999999\"\n");

        var (exitCode, error) = await PreviewAsync("--stack", "dr");

        Assert.Equal(2, exitCode);
        Assert.Contains("drinfra:accountId", error, StringComparison.Ordinal);
        Assert.Contains("differs from stack dev of the same pair", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondPair_TakesOnlyItsFiles()
    {
        CopyAll();
        const string Pair = """
            config:
              drinfra:pair: second
              drinfra:environment: development
              drinfra:ownsAccountDefaults: false
              drinfra:network:
                primary: {range: 10.70.0.0/16}
                standby: {range: 10.71.0.0/16}

            """;
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dev2.yaml"), Pair + "  drinfra:role: primary\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dr2.yaml"), Pair + "  drinfra:role: standby\n");

        Assert.Equal(0, (await PreviewAsync()).ExitCode);
    }

    [Theory]
    [InlineData("role: primary", "role: primry", "Pulumi.dev.yaml:5:17: drinfra:role: not an allowed value; did you mean primary?", "--stack", "dr")]
    [InlineData("role: primary", "role: primry", "Pulumi.dev.yaml:5:17: drinfra:role: not an allowed value; did you mean primary?")]
    [InlineData("sizing: full", "sizing: ful", "Pulumi.dev.yaml:7:19: drinfra:sizing: not an allowed value; did you mean full?")]
    [InlineData("config:", "config: [", "Pulumi.dev.yaml:3: not valid YAML", "--stack", "dr")]
    public async Task MistakeInThePrimarysFile_IsReportedAsItself(string sound, string mistaken, string told, params string[] arguments)
    {
        CopyAll();
        Change("Pulumi.dev.yaml", sound, mistaken);

        var (exitCode, error) = await PreviewAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"drctl: {told}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("no primary", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"123456789012\"", "\"12345\"", "Pulumi.yaml:18:14: drinfra:accountId: not in the expected format", "edit accountId in Pulumi.yaml")]
    [InlineData("owner: payments-team", "owner: pay ments", "Pulumi.yaml:126:16: drinfra:workloads[0].owner: ", "edit workloads[0].owner in Pulumi.yaml")]
    [InlineData("    default: platform-engineering\n", "", "Pulumi.yaml:12:5: stacks dev, dr have no value for drinfra:owner", "set a default under owner")]
    public async Task MistakeInTheProjectsFile_IsOneProblemWithItsPlaceInTheFix(string sound, string mistaken, string told, string fix)
    {
        CopyAll();
        Change("Pulumi.yaml", sound, mistaken);

        var (exitCode, error) = await PreviewAsync();

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"drctl: {told}", error, StringComparison.Ordinal);
        Assert.Contains($"fix:     {fix}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneStack_IsJudgedWithTheOtherOfItsPair()
    {
        CopyAll();

        var (exitCode, output) = await RunAsync("preview", "--stack", "dr", "--check", "--fail-on-unknown", "--policy", Policy);

        Assert.Equal(0, exitCode);
        Assert.Contains("Judged with stack dev, the other of its pair, as configured.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Stack dev: ", output, StringComparison.Ordinal);
        Assert.Contains("23 of 23 objectives met", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffOfOneStack_JudgesThePair()
    {
        CopyAll();

        var (exitCode, output) = await RunAsync("diff", "--stack", "dr", "-c", "activation=active", "--fail-on-unknown", "--policy", Policy);

        Assert.Equal(0, exitCode);
        Assert.Contains("Judged with stack dev, the other of its pair, as configured.", output, StringComparison.Ordinal);

        // An active Region's database has the writer's size already: no resize is in the way of the jobs that wait for it.
        Assert.Contains(
            "                        RTO   4h29m  3h59m        8h  met on assumption\n  24 more are unchanged.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not judged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffOfASettingOfThePair_ChangesBothStacks()
    {
        CopyAll();

        var (_, output) = await RunAsync("diff", "--stack", "dev", "-c", "tiers.internal.decide=3h", "--policy", Policy);

        Assert.Contains("Stack dr: the other stack of the pair, which shares these settings", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "preview", "--stack", "dev", "--fail-on-unknown")]
    [InlineData(0, "preview", "--stack", "dev", "--check")]
    [InlineData(1, "diff", "--stack", "dev", "-c", "environment=other", "--fail-on-unknown")]
    [InlineData(0, "diff", "--stack", "dev", "-c", "environment=other", "--check")]
    public async Task OneStackAlone_IsNotJudgedAndFailsOnlyWhereAskedTo(int expected, params string[] arguments)
    {
        Copy("Pulumi.yaml");
        Copy("Pulumi.dev.yaml");

        var (exitCode, output) = await RunAsync([.. arguments, "--policy", Policy]);

        Assert.Equal(expected, exitCode);
        Assert.Matches(@"not\s+judged", output);
        Assert.DoesNotContain("all 25 are unchanged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherStackWithAMistake_IsNamedWhereThePairIsNotJudged()
    {
        CopyAll();
        Change("Pulumi.dr.yaml", "sizing: full", "sizing: ful");

        var (exitCode, output) = await RunAsync("diff", "--stack", "dev", "-c", "environment=other");

        Assert.Equal(0, exitCode);
        Assert.Contains("Pulumi.dr.yaml:7:19: drinfra:sizing:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfTwoPairs_AreJudgedPairByPair()
    {
        var graphs = await TwoPairsAsync();
        var dev2 = Path.Combine(graphs, "dev2.json");
        var changed = Path.Combine(_folder, "changed.json");
        await File.WriteAllTextAsync(
            changed, (await File.ReadAllTextAsync(dev2)).ChangeAll("\"regionName\": \"eu-central-1\"", "\"regionName\": \"eu-north-1\""));
        string[] others = [Path.Combine(graphs, "dev.json"), Path.Combine(graphs, "dr.json"), Path.Combine(graphs, "dr2.json")];

        var (_, check, _) = await DrctlRun.Of("check", dev2, others[0], others[1], others[2], "--policy", Policy, "--as-of", "2026-11-24");
        var (code, diff, _) = await DrctlRun.Of(
            ["diff", "--before", dev2, "--after", changed, .. others, "--check", "--policy", Policy, "--as-of", "2026-11-24"]);
        var (_, json, _) = await DrctlRun.Of(
            ["check", dev2, .. others, "--policy", Policy, "--as-of", "2026-11-24", "--format", "json"]);

        Assert.Contains("46 of 46 objectives met", check, StringComparison.Ordinal);
        Assert.Contains("\n  ledger (pair main): ", check, StringComparison.Ordinal);
        Assert.Contains("\n  ledger (pair second): ", check, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.Contains("ledger (pair second), region", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("(pair main)", diff, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        Assert.Equal(
            ["main", "second"],
            report.RootElement.GetProperty("objectives").EnumerateArray().Select(objective => objective.GetProperty("pair").GetString()).Distinct());
    }

    private async Task<string> TwoPairsAsync()
    {
        CopyAll();
        const string Pair = """
            config:
              pulumi:disable-default-providers: [aws, kubernetes]
              drinfra:pair: second
              drinfra:environment: development
              drinfra:sizing: full
              drinfra:accountId: "111122223333"
              drinfra:network:
                primary: {range: 10.70.0.0/16}
                standby: {range: 10.71.0.0/16}

            """;
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dev2.yaml"), Pair + "  drinfra:role: primary\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dr2.yaml"), Pair + "  drinfra:role: standby\n");
        var graphs = Path.Combine(_folder, "graphs");
        Assert.Equal(0, (await PreviewAsync("--format", "json", "--out", graphs)).ExitCode);
        return graphs;
    }

    private static string Policy => Path.Combine(Repository.Shipped, "policies", "recovery.yaml");

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Change(from, to));
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var (code, output, _) = await DrctlRun.Of([.. arguments, "--project", _folder, "--as-of", "2026-11-24"]);
        return (code, output);
    }

    private void CopyAll() => Array.ForEach(["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.dr.yaml"], Copy);

    private void Copy(string file) => File.Copy(Path.Combine(Repository.Shipped, file), Path.Combine(_folder, file));

    private async Task<(int ExitCode, string Error)> PreviewAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await DrctlApplication.RunAsync(
            ["preview", "--project", _folder, .. arguments], new CommandEnvironment(output, error, false, false));
        return (exitCode, error.ToString());
    }
}
