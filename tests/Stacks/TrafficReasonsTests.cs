using System.Text.Json.Nodes;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// Traffic that would not leave the lost Region, made in the shipped stacks: the RTO for the Region is unbounded for that reason, and the
/// promise is a mandatory violation; a form of the stacks that knows less never calls it met.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "H3")]
[Trait("Practice", "F2")]
public class TrafficReasonsTests(ShippedStacks stacks)
{
    private const string EventsHome = "events-endpoint-eu-west-1";
    private const string EventsAway = "events-endpoint-eu-central-1";
    private const string LedgerHome = "ledger-endpoint-eu-west-1";
    private const string LedgerAway = "ledger-endpoint-eu-central-1";
    private const string Plan = "ledger-region-switch-plan";
    private const string HomeCheck = "events-endpoint-check-eu-west-1";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "members swapped", "events", "they are swapped" },
        { "answers swapped", "events", "they are swapped" },
        { "checks swapped", "events", "its health check probes events.eu-central-1.data.example.com" },
        { "check of another workload", "events", "its health check probes ledger.eu-west-1.data.example.com" },
        { "check of the name itself", "events", "its health check probes events.data.example.com" },
        { "check on another port", "events", "it probes port 80, but the endpoint listens on 8443" },
        { "both members to one Region", "events", "both lead to eu-west-1" },
        { "PRIMARY without a check", "events", "has no health check" },
        { "disabled check", "events", "is disabled or inverted" },
        { "members of a plan swapped", "ledger", "they are swapped" },
        { "record sets of the plan crossed", "ledger", "but the step uses it for eu-central-1" },
        { "step of a kind that nobody knows", "ledger", "no source states how long such a step takes" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_LeavesTheRtoUnboundedForItsReason(string fault, string workload, string reason)
    {
        var sound = Region(stacks.Report.Objectives, workload);
        var graph = Broken(fault);
        var broken = ShippedVerdicts.Of(graph, stacks.Dr.Graph);
        var found = Region(broken.Objectives, workload);

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, sound.RtoVerdict);
        Assert.Equal(ObjectiveVerdict.Breached, found.RtoVerdict);
        Assert.True(found.Rto.Figure.IsUnbounded);
        Assert.Contains(reason, found.Because, StringComparison.Ordinal);
        var breach = Assert.Single(
            broken.Violations,
            violation => violation.Rule.Id == "rto-within-objective" && violation.Workload == workload && violation.Disruption == Disruption.Region);
        Assert.Equal(DrInfra.Policies.Rules.Level.Mandatory, breach.Enforcement);
        Assert.Equal(fault != "step of a kind that nobody knows", breach.Causes.Count > 0);
        foreach (var form in FormsTests.Less)
        {
            var estate = Estate.Of([FormsTests.In(form, graph), FormsTests.In(form, stacks.Dr.Graph)], AwsNames.Instance);
            var less = Region(RecoveryAssessment.Of(estate, ShippedVerdicts.Settings, ShippedVerdicts.AsOf).Outcomes, workload);
            Assert.Contains(less.RtoVerdict, (ObjectiveVerdict[])[ObjectiveVerdict.Breached, ObjectiveVerdict.Unknown]);
        }
    }

    private static Outcome Region(IEnumerable<Outcome> outcomes, string workload) =>
        outcomes.Single(outcome => outcome.Workload == workload && outcome.Disruption == Disruption.Region);

    private ResourceGraph Broken(string fault)
    {
        var dev = stacks.Dev.Graph;
        return fault switch
        {
            "members swapped" => dev.Exchanging(EventsHome, EventsAway, "failoverRoutingPolicies"),
            "answers swapped" => dev.Exchanging(EventsHome, EventsAway, "records"),
            "checks swapped" => dev.Exchanging(EventsHome, EventsAway, "healthCheckId"),
            "check of another workload" => dev.With(HomeCheck, "fqdn", "ledger.eu-west-1.data.example.com"),
            "check of the name itself" => dev.With(HomeCheck, "fqdn", "events.data.example.com"),
            "check on another port" => dev.With(HomeCheck, "port", 80),
            "both members to one Region" => dev.With(EventsAway, "records", new JsonArray("events.eu-west-1.data.example.com")),
            "PRIMARY without a check" => dev.With(EventsHome, "healthCheckId", null),
            "disabled check" => dev.With(HomeCheck, "disabled", true),
            "members of a plan swapped" => dev.Exchanging(LedgerHome, LedgerAway, "failoverRoutingPolicies"),
            "record sets of the plan crossed" => dev.Replacing(Plan, "\"recordSetIdentifier\":\"primary-eu-west-1\"", "\"recordSetIdentifier\":\"?\"")
                .Replacing(Plan, "\"recordSetIdentifier\":\"standby-eu-central-1\"", "\"recordSetIdentifier\":\"primary-eu-west-1\"")
                .Replacing(Plan, "\"recordSetIdentifier\":\"?\"", "\"recordSetIdentifier\":\"standby-eu-central-1\""),
            "step of a kind that nobody knows" => dev.Replacing(Plan, "route53HealthCheckConfigs", "newKindOfConfigs"),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "not a fault"),
        };
    }
}
