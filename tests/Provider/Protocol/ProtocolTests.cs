using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider.Protocol;

/// <summary>The models in docs/protocol, in every state that they can reach: as they are, and with one thing left out, which has to be noticed.</summary>
public sealed class ProtocolTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("drinfra-protocol-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProviderTheory(Need.Spin)]
    [InlineData("lease", null, null)]
    [InlineData("lease", "TAKE=3", "age")]
    [InlineData("lease", "IMPATIENT", "age")]
    [InlineData("lease", "FROM_ANSWER", "age")]
    [InlineData("lease", "UNCONDITIONAL", "age")]
    [InlineData("lease", "LEASELESS", "age")]
    [InlineData("plan", null, null)]
    [InlineData("plan", "FAULTS=4", null)]
    [InlineData("plan", "TRAFFIC_FIRST", "promoted[traffic]")]
    [InlineData("plan", "TOGETHER", "promoted[traffic]")]
    [InlineData("plan", "ENDPOINT", "promoted[traffic]")]
    [InlineData("plan", "UNBOUNDED", "lost<=1")]
    [InlineData("plan", "ONE_ALARM", "outage")]
    public async Task WhateverHappens_OneRegionIsActive_UnlessAGuardIsLeftOut(string model, string? without, string? violated)
    {
        var report = await CheckAsync(model, without is null ? [] : [$"-D{without}"], ["-DSAFETY"], ["-E"]);

        var errors = report.Split('\n').Where(line => line.StartsWith("pan:1:", StringComparison.Ordinal)).ToArray();
        if (violated is null)
        {
            Assert.Empty(errors);
            Assert.Contains("errors: 0", report, StringComparison.Ordinal);
        }
        else
        {
            var error = Assert.Single(errors);
            Assert.Contains("assertion violated", error, StringComparison.Ordinal);
            Assert.Contains(violated, error, StringComparison.Ordinal);
        }
    }

    [ProviderTheory(Need.Spin)]
    [InlineData("lease", null)]
    [InlineData("lease", "TIMID")]
    [InlineData("plan", null)]
    [InlineData("plan", "UNARMED")]
    public async Task WhereARegionLives_OneServes_UnlessNothingMoves(string model, string? without)
    {
        var report = await CheckAsync(model, without is null ? ["-DLIVE"] : ["-DLIVE", $"-D{without}"], ["-DNFAIR=3"], ["-a", "-f"]);

        Assert.Contains("fairness enabled", report, StringComparison.Ordinal);
        Assert.Equal(without is not null, report.Contains("pan:1: acceptance cycle", StringComparison.Ordinal));
        Assert.Contains(without is null ? "errors: 0" : "errors: 1", report, StringComparison.Ordinal);
    }

    private async Task<string> CheckAsync(string model, string[] defined, string[] compiled, string[] run)
    {
        File.Copy(Path.Combine(Repository.Root, "docs", "protocol", $"{model}.pml"), Path.Combine(_folder, "model.pml"));
        (await RunAsync("spin", [.. defined, "-a", "model.pml"])).Expect();
        (await RunAsync("cc", ["-O2", "-w", .. compiled, "-o", "pan", "pan.c"])).Expect();
        var report = (await RunAsync(Path.Combine(_folder, "pan"), [.. run, "-m3000000", "-n"])).Expect().Output;

        // Cut short, it would have proved nothing.
        Assert.DoesNotContain("max search depth too small", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Search not completed", report.Contains("errors: 0", StringComparison.Ordinal) ? report : "", StringComparison.Ordinal);
        return report;
    }

    private Task<ProcessRun> RunAsync(string program, string[] arguments) =>
        ProcessRun.Of(_folder, Limit, new Dictionary<string, string>(), program, arguments);
}
