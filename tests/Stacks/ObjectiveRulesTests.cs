using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>The rules on objectives: the shipped pair keeps them, and breaks each when what it rests on is taken away.</summary>
[Collection(ShippedStacksGroup.Name)]
public class ObjectiveRulesTests(ShippedStacks stacks)
{
    private ResourceGraph Dev => stacks.Dev.Graph;

    private ResourceGraph Dr => stacks.Dr.Graph;

    [Theory]
    [InlineData("\"rpo\":\"30m\"", "\"rpo\":\"21m\"", null)]
    [InlineData("\"rpo\":\"30m\"", "\"rpo\":\"20m\"", "rpo-within-objective events-manifest-eu-west-1: events: region RPO up to 21 min, promised 20 min")]
    [InlineData("\"rto\":\"1h\"", "\"rto\":\"56m3s\"", null)]
    [InlineData("\"rto\":\"1h\"", "\"rto\":\"56m\"", "rto-within-objective events-manifest-eu-west-1: events: region RTO up to 56 min 3 s, promised 56 min")]
    public void PromiseAtTheFigureIsKept_AndJustUnderItIsAViolation(string promise, string other, string? violation)
    {
        var (text, replacement) = (Escaped(promise), Escaped(other));
        var lines = ShippedVerdicts.Of(
            Dev.Replacing("events-manifest-eu-west-1", text, replacement), Dr.Replacing("events-manifest-eu-central-1", text, replacement))
            .Lines();

        Assert.Equal(
            violation is not null,
            lines.Any(line => line.StartsWith(violation ?? "r", StringComparison.Ordinal) && line.Contains("-within-objective", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("5d", false)]
    [InlineData("7d", true)]
    public void CorruptionFoundLaterThanAnyWindowReaches_IsAViolation(string found, bool violated)
    {
        var (text, replacement) = (Escaped("\"corruptionDetection\":\"1d\""), Escaped($"\"corruptionDetection\":\"{found}\""));

        Assert.Equal(violated, Violates(
            "corruption-window-covers-detection", Dev.Replacing("lake-manifest-eu-west-1", text, replacement),
            Dr.Replacing("lake-manifest-eu-central-1", text, replacement)));
    }

    [Fact]
    public void BucketWithoutReplication_BreaksItsRpo() => Assert.True(Violates("rpo-within-objective", Dev.Without("lake-raw-replication-eu-west-1"), Dr));

    [Fact]
    public void ShortRegionRpoWithoutABoundOnTheLag_IsAFinding()
    {
        Assert.False(Violates("global-database-has-managed-rpo", Dev, Dr));
        Assert.True(Violates("global-database-has-managed-rpo", Dev.With("ledger-journal-parameters-eu-west-1", "parameters", new JsonArray()), Dr));
    }

    [Fact]
    public void NoAlarmOutsideTheLostRegion_IsAViolation()
    {
        Assert.True(
            Violates(
                "detection-survives-disruption", Dev,
                Dr.Without(
                    "events-unreachable-eu-central-1", "events-profiles-latency-eu-central-1", "events-payloads-latency-eu-central-1",
                    "events-state-latency-eu-central-1", "events-sessions-savepoint-age-eu-central-1", "events-feed-latency-eu-central-1")));
        Assert.False(Violates("detection-survives-disruption", Dev.Without("events-unreachable-eu-west-1"), Dr));
    }

    [Fact]
    public void NoCopyThatTheAccountCannotDestroy_IsAViolation() => Assert.True(Violates(
        "immutable-copy-survives-account-loss", Dev.Without("shared-air-gapped-vault-eu-west-1", "shared-air-gapped-vault-eu-central-1"), Dr));

    [Fact]
    public void PlanThatMayEditRecords_IsAViolation() => Assert.True(Violates(
        "recovery-path-edits-no-control-plane", Dev.Replacing("ledger-region-switch-policy", "rds:FailoverGlobalCluster", "route53:ChangeResourceRecordSets"),
        Dr));

    [Fact]
    public void TrafficThatMovesBeforeTheDatabase_IsAViolation()
    {
        var plan = Dev.Resources.Single(resource => resource.Urn.EndsWith("::ledger-region-switch-plan", StringComparison.Ordinal));
        var steps = JsonNode.Parse(JsonPropertyText.ToJson(plan.Inputs["workflows"]!))![0]!["steps"]!.AsArray();

        Assert.True(
            Violates(
                "traffic-follows-promotion",
                Dev.With("ledger-region-switch-plan", "workflows/0/steps", new JsonArray(steps[1]!.DeepClone(), steps[0]!.DeepClone())), Dr));
        Assert.False(Violates("traffic-follows-promotion", Dev, Dr));
    }

    [Fact]
    public void BreachNamesTheLargestPartOfTheWorstCase() => Assert.Contains(
        "rto-within-objective lake-manifest-eu-west-1: lake: region RTO up to 9 h 32 min 42 s, promised 5 h; "
            + "lake-compaction-schedule-eu-central-1 starts its job next",
        ShippedVerdicts.Of(
            Dev.Replacing("lake-manifest-eu-west-1", Escaped("\"rto\":\"8h\""), Escaped("\"rto\":\"5h\"")),
            Dr.Replacing("lake-manifest-eu-central-1", Escaped("\"rto\":\"8h\""), Escaped("\"rto\":\"5h\"")).Without(
                "lake-replication-stopped-eu-central-1", "lake-catalogue-instances-eu-central-1", "lake-catalogue-rpo-lag-eu-central-1",
                "lake-raw-latency-eu-central-1", "lake-curated-latency-eu-central-1")).Lines());

    private static bool Violates(string rule, params ResourceGraph[] graphs) =>
        ShippedVerdicts.Of(graphs).Lines().Any(line => line.StartsWith($"{rule} ", StringComparison.Ordinal));

    // As the text stands in a JSON text in JSON.
    private static string Escaped(string json) => JsonEncodedText.Encode(json, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
