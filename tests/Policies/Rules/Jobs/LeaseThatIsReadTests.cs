using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

/// <summary>A state machine that reads who holds a lease before its work: what it must compare, and with what.</summary>
[Trait("Practice", "F1")]
public class LeaseThatIsReadTests
{
    private const string Read = """
        "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": { "TableName": "lease", "Key": { "workload": { "S": "orders" } }, "ConsistentRead": true }
        """;

    private const string Own = """{ "Variable": "$.again.Item.holder.S", "StringEquals": "REGION" }""";
    private const string Moved = """{ "Not": { "Variable": "$.again.Item.renewed.N", "StringEqualsPath": "$.lease.Item.renewed.N" } }""";

    private static readonly ScheduledJobRunsInOneRegion Rule = new();

    [Fact]
    public void HolderThatIsComparedWithTheOwnRegion_IsCompliant()
    {
        Assert.Empty(Twins(Machine()).Violations(Rule));
        Assert.Empty(Twins(Machine()).Unknown(Rule));
    }

    [Theory]
    [InlineData($$"""{ "And": [{{Own}}, {{Moved}}], "Next": "Work" }""", "End")]
    [InlineData($$"""{ "Not": {{Own}}, "Next": "End" }""", "Work")]
    [InlineData($$"""{ "Not": { "And": [{{Own}}, {{Moved}}] }, "Next": "End" }""", "Work")]
    [InlineData($$"""{ "Or": [{ "Not": {{Own}} }, { "Not": {{Moved}} }], "Next": "End" }""", "Work")]
    [InlineData("""{ "Variable": "$.again.Item.holder.S", "StringMatches": "REGION", "Next": "Work" }""", "End")]
    public void EveryWayOfSayingSo_IsRead(string choice, string otherwise) => Assert.Empty(Twins(Machine(choice: choice, otherwise: otherwise)).Violations(Rule));

    [Theory]
    [InlineData($$"""{ "Or": [{{Own}}, {{Moved}}], "Next": "Work" }""", "End")]
    [InlineData($$"""{ "Not": { "Or": [{{Own}}, {{Moved}}] }, "Next": "End" }""", "Work")]
    [InlineData("""{ "Variable": "$.again.Item.holder.S", "StringEquals": "us-east-1", "Next": "Work" }""", "End")]
    [InlineData("""{ "Variable": "$.again.Item.holder.S", "IsPresent": true, "Next": "Work" }""", "End")]
    [InlineData($$"""{ "And": [{{Own}}], "Next": "Work" }""", "Work")]
    [InlineData($$"""{ "Not": {{Own}}, "Next": "Work" }""", "End")]
    public void WorkOfWhoeverHoldsIt_IsAViolation(string choice, string otherwise) => Assert.Contains(
        "Work begins whoever holds the lease", Assert.Single(Twins(Machine(choice: choice, otherwise: otherwise)).Violations(Rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"ConsistentRead\": true", "\"ConsistentRead\": false", "without ConsistentRead")]
    [InlineData(", \"ConsistentRead\": true", "", "without ConsistentRead")]
    public void ReadThatMayBeLate_IsAViolation(string from, string to, string why) => Assert.Contains(
        why, Assert.Single(Twins(Machine(read: Changed(Read, from, to))).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void FirstOfTwoReadsMayBeLate_IsAViolation() => Assert.Contains(
        "First reads the lease without ConsistentRead",
        Assert.Single(Twins(Machine(first: Changed(Read, "\"ConsistentRead\": true", "\"ConsistentRead\": false"))).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void TableThatIsOnlyEventuallyConsistent_IsAViolation() => Assert.Contains(
        "can read itself as the holder",
        Assert.Single(Twins(Machine()).With("lease", "replicas/0/consistencyMode", null).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void LeasesOfTwoWorkloads_AreNotOne() => Assert.Contains(
        "its lease is orders, and its twin's other",
        Assert.Single(Twins(Machine(), Machine(read: Changed(Read, "\"orders\"", "\"other\""))).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void WaysThatDoNotRead_AreViolations() => Assert.Contains(
        "Work begins without asking", Assert.Single(Twins(Machine(first: """ "Type": "Pass" """, start: "Work")).Violations(Rule)), StringComparison.Ordinal);

    [Fact]
    public void ReadThatFails_MustNotWork() => Assert.Contains(
        "Work begins", Assert.Single(Twins(Machine(more: """, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Work" }] """)).Violations(Rule)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "Variable": "$.other.holder", "StringEquals": "REGION", "Next": "Work" }""")]
    [InlineData("""{ "Variable": "$.again.Item.holder.S", "StringEqualsPath": "$.region", "Next": "Work" }""")]
    public void ComparisonThatCannotBeFollowed_IsUnknown(string choice)
    {
        var graph = Twins(Machine(choice: choice));

        Assert.Empty(graph.Violations(Rule));
        Assert.Single(graph.Unknown(Rule));
    }

    [Theory]
    [InlineData("$states.input.Item.holder.S = 'REGION'", 0)]
    [InlineData("($states.input.Item.holder.S = 'REGION') and ($states.input.Item.renewed.N != $first)", 0)]
    [InlineData("'REGION' = $holder", 0)]
    [InlineData("$holder = 'REGION' or $states.input.force", 1)]
    [InlineData("$holder != 'REGION'", 1)]
    [InlineData("$not($holder != 'REGION')", 0)]
    [InlineData("$holder = 'us-east-1'", 1)]
    [InlineData("true", 1)]
    public void ExpressionsOfJsonata_AreRead(string condition, int violations) => Assert.Equal(violations, Twins($$"""
        { "QueryLanguage": "JSONata", "StartAt": "Again", "States": {
          "Again": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
            "Arguments": { "TableName": "lease", "Key": { "workload": { "S": "orders" } }, "ConsistentRead": true },
            "Assign": { "holder": "{% $states.result.Item.holder.S %}" }, "Next": "Held" },
          "Held": { "Type": "Choice", "Choices": [{ "Condition": "{% {{condition}} %}", "Next": "Work" }], "Default": "End" },
          "End": { "Type": "Succeed" }, "Work": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true } } }
        """).Violations(Rule).Length);

    // Nobody is declared who takes the lease: when the other Region gets it cannot be told.
    [Fact]
    public void LeaseThatNobodyTakes_LeavesTheStartUnknown() => Assert.True(Starts(Twins(Machine()).Outcome(Disruption.Region).Rto).Figure.IsUnknown);

    // TTL 10, looks 2, takes after 60; the next hour; 15 seconds between the two reads; its cluster; then clients reconnect.
    [Fact]
    public void LeaseOfAFollower_IsTakenAfterTheBeacon_AndTheNextRunWorks()
    {
        var starts = Followed().Without("out").Outcome(Disruption.Region).Rto;
        var steps = Starts(starts);

        Assert.Equal(10 + 2 + 60 + 3600 + 15 + (20 * 60), steps.Figure.Worst);
        // It is noticed by people, who decide; the plan's step that moves the beacon may take its 5 minutes.
        Assert.Equal(3600 + (15 * 60) + (5 * 60) + steps.Figure.Worst + 60, starts.Figure.Worst);
    }

    [Fact]
    public void BeaconThatNoPlanMoves_NeverStartsIt()
    {
        var starts = Followed().Without("plan").Outcome(Disruption.Region).Rto;

        Assert.Equal(double.PositiveInfinity, Starts(starts).Figure.Worst);
        Assert.Contains("no step of a plan moves active.orders.main.example.com", Texts(starts), StringComparison.Ordinal);
    }

    [Fact]
    public void FollowerOfAnotherTable_LeavesTheStartUnknown() => Assert.True(
        Starts(Followed().With("follower", "spec/template/spec/containers/0/env/0/value", "other").Outcome(Disruption.Region).Rto).Figure.IsUnknown);

    [Fact]
    public void WaitOfAnExpression_LeavesTheStartUnknown() => Assert.True(Starts(Followed(
        Changed(Machine(), "\"Seconds\": 15", "\"SecondsPath\": \"$.wait\"")).Outcome(Disruption.Region).Rto).Figure.IsUnknown);

    private static DrInfra.Recovery.Figures.Derivation Starts(DrInfra.Recovery.Figures.Derivation derivation) =>
        All(derivation).First(part => part.Label == "hourly-west starts its job with the lease");

    private static IEnumerable<DrInfra.Recovery.Figures.Derivation> All(DrInfra.Recovery.Figures.Derivation derivation) =>
        derivation.Parts.SelectMany(All).Prepend(derivation);

    private static string Texts(DrInfra.Recovery.Figures.Derivation derivation) => string.Join(
        '\n', [derivation.Label, .. derivation.Sources.Select(source => source.Reference), .. derivation.Parts.Select(Texts)]);

    private static TestGraph Followed(string? machine = null) => Twins(machine ?? Machine()).Cluster().Cluster("west", "eu-central-1").Object(ClusterObjects.Deployment, "follower", $$"""
        "spec": { "template": { "spec": { "containers": [{ "name": "follow", "args": ["{{LeaseProtocol.FollowCommand}}"], "env": [
          { "name": "{{LeaseProtocol.TableVariable}}", "value": "lease" }, { "name": "{{LeaseProtocol.RegionVariable}}", "value": "eu-central-1" },
          { "name": "{{LeaseProtocol.BeaconsVariable}}", "value": "orders=active.orders.main.example.com" },
          { "name": "{{LeaseProtocol.LooksVariable}}", "value": "2" }, { "name": "{{LeaseProtocol.TakesAfterVariable}}", "value": "60" }] }] } } }
        """, "west", "system")
        .Add("aws:route53/record:Record", "beacon", """
            { "name": "active.orders.main.example.com", "type": "TXT", "ttl": 10, "zoneId": "Z1", "records": ["eu-west-1"] }
            """)
        .Add("aws:arcregionswitch/plan:Plan", "plan", """
            { "name": "orders", "tags": { "dr:workload": "orders" }, "regions": ["eu-west-1", "eu-central-1"], "recoveryApproach": "activePassive",
              "workflows": [{ "workflowTargetAction": "activate", "steps": [{ "name": "beacon", "executionBlockType": "Route53HealthCheck",
                "route53HealthCheckConfigs": [{ "hostedZoneId": "Z1", "recordName": "active.orders.main.example.com", "timeoutMinutes": 5 }] }] }] }
            """);

    private static string Changed(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{from} is not in {text}");
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static string Machine(
        string? choice = null, string otherwise = "End", string read = Read, string? first = null, string start = "First", string more = "") => $$"""
        { "StartAt": "{{start}}", "States": {
          "First": { {{first ?? read}}, "ResultPath": "$.lease", "Next": "Pause" },
          "Pause": { "Type": "Wait", "Seconds": 15, "Next": "Again" },
          "Again": { {{read}}, "ResultPath": "$.again", "Next": "Held" {{more}} },
          "Held": { "Type": "Choice", "Choices": [{{choice ?? $$"""{ "And": [{{Own}}, {{Moved}}], "Next": "Work" }"""}}], "Default": "{{otherwise}}" },
          "End": { "Type": "Succeed" }, "Work": { "Type": "Task", "Resource": "arn:aws:states:::elasticmapreduce:createCluster.sync", "End": true } } }
        """;

    // The definition names the Region that the machine is in.
    private static TestGraph Twins(string machine, string? west = null)
    {
        return new TestGraph().Manifests()
            .Add("aws:dynamodb/table:Table", "out", """
                { "name": "out", "replicas": [{ "regionName": "eu-central-1" }], "tags": { "dr:workload": "orders" } }
                """)
            .Add("aws:dynamodb/table:Table", "lease", """
                { "name": "lease", "hashKey": "workload", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }
                """)
            .Add("aws:sfn/stateMachine:StateMachine", "rollup-east", """{ "name": "rollup" }""")
            .With("rollup-east", "definition", In(machine, "eu-west-1"))
            .Add("aws:sfn/stateMachine:StateMachine", "rollup-west", """{ "name": "rollup" }""", "eu-central-1")
            .With("rollup-west", "definition", In(west ?? machine, "eu-central-1"))
            .Add("aws:scheduler/schedule:Schedule", "hourly-east", Hourly("eu-west-1"))
            .Add("aws:scheduler/schedule:Schedule", "hourly-west", Hourly("eu-central-1"), "eu-central-1");
    }

    private static string In(string machine, string region) => string.Join(region, machine.Split("REGION"));

    private static string Hourly(string region) => $$"""
        { "name": "hourly", "scheduleExpression": "cron(0 * * * ? *)", "state": "ENABLED", "tags": { "dr:workload": "orders" },
          "target": { "arn": "arn:aws:states:{{region}}:123456789012:stateMachine:rollup" } }
        """;
}
