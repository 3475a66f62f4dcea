using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>The shipped pair keeps what it promises, and says what that rests on.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F1")]
[Trait("Practice", "H5")]
[Trait("Practice", "A1")]
[Trait("Practice", "A3")]
[Trait("Practice", "T2")]
public class ShippedObjectivesTests(ShippedStacks stacks)
{
    [Fact]
    public void Pair_HasNoViolationAndNothingUnknown()
    {
        var report = stacks.Report;

        Assert.Empty(report.Lines());
        Assert.Empty(report.UnknownLines());
        Assert.Empty(report.Waived);
        Assert.Empty(report.Unclassified);
        Assert.True(report.Passes);
    }

    [Fact]
    public void EveryObjective_IsMetInTheWorstCase()
    {
        var report = stacks.Report;

        Assert.Equal(25, report.Objectives.Count);
        Assert.All(report.Objectives, outcome => Assert.True(
            outcome.Verdict is ObjectiveVerdict.Met or ObjectiveVerdict.MetOnAssumption or ObjectiveVerdict.NotApplicable,
            $"{outcome.Workload} {outcome.Disruption}: {outcome.Because}"));
    }

    [Fact]
    public void PrimaryAlone_NeedsTheStandbyForTheLossOfTheRegionOnly()
    {
        var report = ShippedVerdicts.Of(stacks.Dev.Graph);

        Assert.True(report.Passes, string.Join('\n', report.Lines()));
        Assert.All(report.Objectives, outcome => Assert.Equal(outcome.Disruption == Disruption.Region, outcome.NeedsCounterpart));
        Assert.All(
            report.Objectives.Where(outcome => outcome.NeedsCounterpart),
            outcome => Assert.Contains("standby stack's graph", outcome.Because, StringComparison.Ordinal));
    }

    [Fact]
    public void StandbyAlone_NeedsThePrimary()
    {
        var report = ShippedVerdicts.Of(stacks.Dr.Graph);

        Assert.True(report.Passes, string.Join('\n', report.Lines()));
        Assert.All(report.Objectives.Where(outcome => outcome.Objective != Objective.None), outcome => Assert.True(outcome.NeedsCounterpart));
    }

    [Fact]
    public void SwappedRoles_GiveTheSameVerdictsButForTheLagOfDatabases()
    {
        var home = stacks.Report.Objectives();
        var away = ShippedVerdicts.Of(Swapped(stacks.Dev.Graph), Swapped(stacks.Active.Graph)).Objectives();

        // Commits wait for the standby in the primary's parameter group alone, and the primary's own alarms on the lag take silence for the
        // writer's: the other way round no alarm hears that a database is not copied any more, which the runbook has people look at.
        Assert.Equal(
            """
            lake Region: MetOnAssumption MetOnAssumption -> lake Region: Breached MetOnAssumption
            ledger Region: MetOnAssumption MetOnAssumption -> ledger Region: Breached Breached
            """,
            string.Join('\n', home.Zip(away).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} -> {pair.Second}")));
    }

    // What a failover changes is who writes; the promise then reads the other way round, and so do the members of a failover name.
    private static ResourceGraph Swapped(ResourceGraph graph) => graph with
    {
        Resources = [.. graph.Resources.Select(resource => resource switch
        {
            _ when resource.Inputs.Text("insecureValue") is { } json && GraphQueries.IsManifest(resource.Inputs.Text("name")) =>
                With(resource, "insecureValue", PropertyValue.Of(Swapped(json))),
            _ when resource.Inputs["failoverRoutingPolicies"] is { } policies =>
                With(resource, "failoverRoutingPolicies", ListValue.Of([MapValue.Of([new("type", PropertyValue.Of(
                    policies.ToString()!.Contains("PRIMARY", StringComparison.Ordinal) ? "SECONDARY" : "PRIMARY"))])])),
            _ => resource,
        })],
    };

    private static GraphResource With(GraphResource resource, string name, PropertyValue value) => resource with
    {
        Inputs = MapValue.Of([.. resource.Inputs.Where(pair => pair.Key != name), new(name, value)]),
        Outputs = MapValue.Of([.. resource.Outputs.Where(pair => pair.Key != name)]),
    };

    private static string Swapped(string json)
    {
        var manifest = RecoveryManifest.FromJson(json);
        return (manifest with
        {
            Role = manifest.Role == "primary" ? "standby" : "primary",
            Regions = new ManifestRegions(manifest.Regions.Standby, manifest.Regions.Primary),
        }).ToJson();
    }
}
