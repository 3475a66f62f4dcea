using System.Text.Json;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Rendering;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>The command as it is typed, on the shipped pair; tests/Stacks/Verification has what it finds.</summary>
public sealed class VerifyCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-verify-").FullName;

    private string Policy => Path.Combine(Repository.Shipped, "policies", "recovery.yaml");

    public async Task InitializeAsync() =>
        Assert.Equal(ExitCodes.Clean, (await DrctlRun.Of("preview", "--project", Repository.Shipped, "--format", "json", "--out", _folder)).Code);

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SafePair_IsSaidToBe_InOneLineThatFits_AndTwiceTheSame()
    {
        var (code, output, error) = await RunAsync(_folder);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.StartsWith("Safe: 3 of 5 workloads, 2 not applicable; ", output, StringComparison.Ordinal);
        Assert.Contains("  ledger        plan: safe, ", output, StringComparison.Ordinal);
        Assert.Contains("                lease: safe, ", output, StringComparison.Ordinal);
        Assert.Contains("What holds each writer to one Region\n", output, StringComparison.Ordinal);
        Assert.Contains("Left out: ", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
        Assert.Empty(error);
        Assert.Equal(output, (await RunAsync(_folder)).Output);
    }

    [Fact]
    public async Task BrokenPair_IsRefused_WithAStoryAndItsCauses()
    {
        await BreakAsync();

        var (code, output, _) = await RunAsync(_folder, "--workload", "events");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.StartsWith("Not safe: events. 0 of 1 workloads are safe.\n", output, StringComparison.Ordinal);
        Assert.Contains("lease: not safe\n", output, StringComparison.Ordinal);
        Assert.Contains("eu-west-1 permits events-enrichment", output, StringComparison.Ordinal);
        Assert.Contains("both eu-west-1 and eu-central-1 permit events-enrichment, events-sessions\n", output, StringComparison.Ordinal);
        Assert.Contains("because   its watcher cannot end the jobs: shareProcessNamespace is not true (dev: ", output, StringComparison.Ordinal);
        Assert.Contains("in spin   spin -DTAKE=4 -DFOLLOWERS=3 -DUNWATCHED -a docs/protocol/lease.pml\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ledger", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasEachStep_ForPrograms()
    {
        await BreakAsync();
        var file = Path.Combine(_folder, "out", "verified.json");

        var (code, output, error) = await RunAsync(_folder, "--format", "json", "--out", file);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Empty(output);
        Assert.StartsWith($"wrote {file}. Not safe: events", error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(1, report.RootElement.GetProperty("version").GetInt32());
        var workloads = report.RootElement.GetProperty("workloads").EnumerateArray()
            .ToDictionary(workload => workload.GetProperty("workload").GetString()!, workload => workload);
        Assert.Equal(
            ["not-safe", "not-safe", "safe", "not-applicable", "not-applicable"],
            workloads.Values.Select(workload => workload.GetProperty("verdict").GetString()!));
        var lease = workloads["events"].GetProperty("machines").EnumerateArray().Single(machine => machine.GetProperty("model").GetString() == "lease.pml");
        Assert.Equal("OneRegionPermits", lease.GetProperty("violated").GetString());
        Assert.InRange(lease.GetProperty("story").GetArrayLength(), 5, 20);
        Assert.Equal("PromotionWithBound", workloads["ledger"].GetProperty("writers")[0].GetProperty("guarantee").GetString());
    }

    [Fact]
    public async Task Mistakes_AreToldAtOnce()
    {
        var (code, output, error) = await RunAsync(_folder, Path.Combine(_folder, "nothing.json"), "--faults", "9");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.Contains("nothing.json", error, StringComparison.Ordinal);
        Assert.Contains("--faults: not a number of faults", error, StringComparison.Ordinal);
        Assert.Contains("0 to 6", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkloadThatIsNotThere_IsTold_WithTheNearestName()
    {
        var (code, _, error) = await RunAsync(_folder, "--workload", "ledgr");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("ledger", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneStack_SaysThatItTakesBoth()
    {
        var (code, output, _) = await RunAsync(Path.Combine(_folder, "dev.json"));

        Assert.Equal(ExitCodes.Clean, code);
        Assert.StartsWith("Nothing verified: 0 of 5 workloads, 5 not applicable", output, StringComparison.Ordinal);
        Assert.Contains("it takes both stacks of the pair", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readme_ShowsWhatIsPrinted()
    {
        var readme = Repository.Read("README.md");
        var safe = (await RunAsync(_folder)).Output;
        Assert.Contains(safe[..safe.IndexOf("\n\nWhat holds", StringComparison.Ordinal)], readme, StringComparison.Ordinal);

        await BreakAsync();
        var broken = (await RunAsync(_folder)).Output;
        var story = broken[broken.IndexOf("                lease: not safe", StringComparison.Ordinal)..];
        Assert.Contains(story[..story.IndexOf("  lake ", StringComparison.Ordinal)], readme, StringComparison.Ordinal);
    }

    private async Task BreakAsync()
    {
        var file = Path.Combine(_folder, "dev.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.ChangeAll("\"shareProcessNamespace\": true", "\"shareProcessNamespace\": false"));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(["verify", .. arguments, "--policy", Policy, "--as-of", "2026-11-24"]);
}
