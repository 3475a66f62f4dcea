using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider.Protocol;

/// <summary>The models in docs/protocol, in every state that they can reach: as they are, and with one thing left out, which has to be noticed.</summary>
public sealed class ProtocolTests : IDisposable
{
    private readonly Spin _spin = new();

    public void Dispose() => _spin.Dispose();

    [ProviderTheory(Need.Spin)]
    [InlineData("lease.pml", null, null)]
    [InlineData("lease.pml", "TAKE=3", "age")]
    [InlineData("lease.pml", "IMPATIENT", "age")]
    [InlineData("lease.pml", "FROM_ANSWER", "age")]
    [InlineData("lease.pml", "UNCONDITIONAL", "age")]
    [InlineData("plan.pml", null, null)]
    [InlineData("plan.pml", "FAULTS=4", null)]
    [InlineData("plan.pml", "EXECUTIONS=2", "promoted[beacon]")]
    public async Task WhateverHappens_OneRegionIsActive_UnlessAGuardIsLeftOut(string model, string? without, string? violated)
    {
        var report = await _spin.SafetyAsync(model, without is null ? [] : [without]);

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
    [InlineData("lease.pml", null)]
    [InlineData("lease.pml", "TIMID")]
    [InlineData("plan.pml", null)]
    [InlineData("plan.pml", "NOBODY")]
    public async Task WhereARegionLives_OneServes_UnlessNothingMoves(string model, string? without)
    {
        var report = await _spin.LivenessAsync(model, without is null ? [] : [without]);

        Assert.Contains("fairness enabled", report, StringComparison.Ordinal);
        Assert.Equal(without is not null, report.Contains("pan:1: acceptance cycle", StringComparison.Ordinal));
        Assert.Contains(without is null ? "errors: 0" : "errors: 1", report, StringComparison.Ordinal);
    }
}
