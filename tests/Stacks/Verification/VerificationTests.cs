using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Stacks.Verification;

/// <summary>Whether one Region is active in the shipped pair, whole and broken: what <c>drctl verify</c> tells, and what <c>drctl check</c> finds.</summary>
[Collection(ShippedStacksGroup.Name)]
public sealed class VerificationTests(ShippedStacks stacks)
{
    public static TheoryData<string> Names => [.. Breakages.All.Keys];

    [Fact]
    public void ShippedPair_IsSafe_InAllStates()
    {
        var verified = Verified(stacks.Dev.Graph, stacks.Dr.Graph);

        Assert.Equal(["events", "lake", "ledger", "profiles", "reporting"], verified.Select(one => one.Workload).Order());
        Assert.All(verified, one => Assert.Null(one.Unknown));
        Assert.All(verified, one => Assert.False(one.IsBroken));
        Assert.Equal(["profiles", "reporting"], verified.Where(one => one.NotApplicable is not null).Select(one => one.Workload).Order());
        Assert.Equal(
            ["lease.pml", "plan.pml"], verified.Single(one => one.Workload == "events").Machines.Select(machine => machine.Model).Order());
        Assert.All(verified.SelectMany(one => one.Machines), machine => Assert.True(machine is { IsComplete: true, States: > 1000, Story: [] }));
    }

    [Fact]
    public async Task ArmedPair_IsSafe_WithTwoPlacesThatSee_NotWithOne()
    {
        var dev = await ShippedStacks.PreviewAsync("dev", "automaticFailover=armed");
        var dr = await ShippedStacks.PreviewAsync("dr", "automaticFailover=armed");

        var ledger = Verified(dev.Graph, dr.Graph).Single(one => one.Workload == "ledger");

        Assert.False(ledger.IsBroken);
        Assert.Contains("VANTAGES=2", Assert.Single(ledger.Machines).Definitions);

        // Of its two places, one only seems to see.
        var blind = dev.Graph.With("ledger-primary-canary-eu-west-3", "startCanary", false);
        var broken = Verified(blind, dr.Graph).Single(one => one.Workload == "ledger").Broken;
        Assert.NotNull(broken);
        Assert.Equal(Invariant.OneSignalMovesNothing, broken.Violated);
        Assert.Contains(
            "sees the other Region from eu-central-1 only (the canary is not started)", broken.Causes[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Breakage_HasAShortStory_AndAFinding(string name)
    {
        var breakage = Breakages.All[name];
        var (dev, dr) = breakage.Apply(stacks.Dev.Graph, stacks.Dr.Graph);

        var broken = Verified(dev, dr).Single(one => one.Workload == breakage.Workload).Broken;
        Assert.NotNull(broken);
        Assert.Equal(breakage.Violated, broken.Violated);
        Assert.InRange(broken.Story.Count, 1, 20);
        Assert.Contains(broken.Causes, cause => cause.Text.Contains(breakage.Because, StringComparison.Ordinal));

        var found = Assert.Single(
            ShippedVerdicts.Of(dev, dr).Violations.Where(violation => violation.Rule.Id == "one-region-is-active" && violation.Workload == breakage.Workload)
                .DistinctBy(violation => violation.Message));
        Assert.Equal(Level.Mandatory, found.Enforcement);
        Assert.Contains(broken.Causes[0].Text, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TtlOfTheBeacon_LongerThanTheRtoLeaves_IsTooLate()
    {
        var dev = stacks.Dev.Graph.With("events-beacon-eu-west-1", "ttl", 7200);

        var late = Verified(dev, stacks.Dr.Graph).Single(one => one.Workload == "events");

        Assert.Null(late.Broken);
        Assert.True(late.IsBroken);
        Assert.Equal("eu-west-1 is lost", late.Late[0].Text);
        Assert.Contains(late.Late, line => line.Text.StartsWith("jobs", StringComparison.Ordinal) && line.At > TimeSpan.FromHours(2));
        Assert.Contains("1h were promised", late.Late[^1].Text, StringComparison.Ordinal);
        Assert.Contains(ShippedVerdicts.Of(dev, stacks.Dr.Graph).Lines(), line => line.StartsWith("rto-within-objective", StringComparison.Ordinal));
    }

    [Fact]
    public void OneStackAlone_IsNotJudged_AndNothingIsFound()
    {
        Assert.All(Verified(stacks.Dev.Graph), one => Assert.NotNull(one.NotApplicable));
        Assert.DoesNotContain(ShippedVerdicts.Of(stacks.Dev.Graph).Violations, violation => violation.Rule.Id == "one-region-is-active");
    }

    [Fact]
    public void UnknownEnvironment_IsUnknown_AndNeverSafe()
    {
        var dev = stacks.Dev.Graph.With(
            "Deployment::events-enrichment-eu-west-1", "spec/template/spec/initContainers/0/env/2/value", "04da6b54-80e4-46f7-96ec-b56ff0331ba9");

        var verified = Verified(dev, stacks.Dr.Graph).Single(one => one.Workload == "events");

        Assert.NotNull(verified.Unknown);
        Assert.Empty(verified.Machines);
        Assert.Contains(ShippedVerdicts.Of(dev, stacks.Dr.Graph).UnknownLines(), line => line.StartsWith("one-region-is-active", StringComparison.Ordinal));
    }

    [Fact]
    public void EachWriter_IsToldWhatHoldsIt()
    {
        var writers = Assess(stacks.Dev.Graph, stacks.Dr.Graph).SelectMany(workload => workload.Writers)
            .ToDictionary(writer => $"{writer.Workload}/{writer.Writer}");

        Assert.Equal(Guarantee.PromotionWithBound, writers["ledger/journal"].Guarantee);
        Assert.Contains("2m30s", writers["ledger/journal"].Text, StringComparison.Ordinal);
        Assert.Contains("an event rule in eu-west-1 notifies of it", writers["ledger/journal"].Reconciled, StringComparison.Ordinal);
        Assert.Equal(Guarantee.Promotion, writers["lake/catalogue"].Guarantee);
        Assert.Equal(Guarantee.Restore, writers["reporting/reports"].Guarantee);
        Assert.Equal(Guarantee.Lease, writers["events/events-enrichment"].Guarantee);
        Assert.Contains("30 s", writers["events/events-enrichment"].Text, StringComparison.Ordinal);
        Assert.Equal(Guarantee.Lease, writers["events/events-sessions"].Guarantee);
        Assert.Equal(Guarantee.Lease, writers["lake/lake-rollup"].Guarantee);
        Assert.Equal(6, writers.Count);
    }

    [Fact]
    public void JobWithoutAWatcher_IsHeldByNothing()
    {
        var dev = stacks.Dev.Graph.With("Deployment::events-enrichment-eu-west-1", "spec/template/spec/initContainers/1", null);

        var writer = Assess(dev, stacks.Dr.Graph).SelectMany(workload => workload.Writers).Single(one => one.Writer == "events-enrichment");

        Assert.Equal(Guarantee.None, writer.Guarantee);
        Assert.Contains("it has no container lease-watch", writer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriterWhoseSnapshotNobodyHearsOf_IsToldSo()
    {
        var dev = stacks.Dev.Graph.With("shared-database-failovers-event-eu-west-1", "state", "DISABLED");

        var writer = Assess(dev, stacks.Dr.Graph).SelectMany(workload => workload.Writers).Single(one => one.Writer == "journal");

        Assert.Contains("no event rule in eu-west-1", writer.Reconciled, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DrInfra.Policies.Assessment.Verification.Verification> Verified(params ResourceGraph[] graphs) =>
        [.. Assess(graphs).Select(workload => workload.Verify(SwitchSettings.DefaultFaults))];

    private static IEnumerable<DrInfra.Policies.Assessment.WorkloadRecovery> Assess(params ResourceGraph[] graphs) =>
        StackCheck.Assess(Estate.Of(graphs, AwsNames.Instance), ShippedVerdicts.Settings, ShippedVerdicts.AsOf).SelectMany(assessment => assessment.Workloads);
}
