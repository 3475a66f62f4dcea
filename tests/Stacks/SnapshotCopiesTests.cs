using DrInfra.Policies.Checking;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>Copies of Aurora's snapshots are full ones, those of one cluster wait for each other, and five at a time go to a Region.</summary>
[Collection(ShippedStacksGroup.Name)]
public class SnapshotCopiesTests(ShippedStacks stacks)
{
    private const string Plan = "ledger-database-backup-plan-eu-west-1";

    // Four hours between two backups, an hour of start window, and two copies of two hours each.
    [Fact]
    public void TwoCopiesOfOneCluster_FollowEachOther() =>
        Assert.Equal((4 + 1 + (2 * 2)) * 3600, Account(stacks.Report).Rpo.Figure.Worst);

    [Fact]
    public void CopiesThatTakeLongerThanTheInterval_PileUp()
    {
        var outcome = Account(ShippedVerdicts.Of(stacks.Dev.Graph.With(Plan, "rules/0/schedule", "cron(0 * ? * * *)"), stacks.Dr.Graph));

        // The daily backups are what is left.
        Assert.Equal((24 + 1 + (2 * 2)) * 3600, outcome.Rpo.Figure.Worst);
        Assert.Equal(ObjectiveVerdict.Breached, outcome.RpoVerdict);
    }

    // Five copies go to the standby Region: of three clusters here, and of two there into the air-gapped vault. The sixth waits.
    [Theory]
    [InlineData(0, 24 + 1 + (2 * 2))]
    [InlineData(1, 24 + 1 + (2 * 2 * 2))]
    public void SixthCopyIntoARegion_WaitsForTheFirstFive(int more, int hours)
    {
        var dev = more == 0
            ? stacks.Dev.Graph
            : stacks.Dev.Graph.Copying("reporting-reports-cluster-eu-west-1", "reporting-another-cluster-eu-west-1", "clusterIdentifier");

        Assert.Equal(hours * 3600, Account(ShippedVerdicts.Of(dev, stacks.Dr.Graph), "lake").Rpo.Figure.Worst);
    }

    private static Outcome Account(CheckReport report, string workload = "ledger") =>
        report.Objectives.Single(outcome => outcome.Workload == workload && outcome.Disruption == Disruption.Account);
}
