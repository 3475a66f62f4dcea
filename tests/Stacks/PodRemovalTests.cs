using System.Text.Json.Nodes;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Tests.Stacks;

/// <summary>What a failover to pods needs, taken away from the shipped pair one by one: each is a finding, and the objective does not hold.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "H4")]
[Trait("Practice", "H6")]
public class PodRemovalTests(ShippedStacks stacks)
{
    private const string Scaling = "workflows/0/steps/0/parallelConfigs/0/steps/1";
    private const string Pool = "node-pool-eu-central-1";
    private const string Autoscaler = "HorizontalPodAutoscaler::events-serving-eu-central-1";
    private const string Budget = "PodDisruptionBudget::ledger-serving-eu-central-1";
    private const string Quota = "ledger-quota-eu-central-1";

    public static TheoryData<string, string[]> Taken => new()
    {
        { "scaling block", ["plan-scales-the-pods-of-its-workload ledger-region-switch-plan: no step scales ledger-serving-eu-central-1"] },
        {
            "access entry",
            ["plan-can-scale-its-pods cluster-eu-central-1: cluster cluster-eu-central-1 has no access entry for the role of ledger-region-switch-plan"]
        },
        { "metrics add-on", ["pod-autoscaler-can-scale-up events-serving-eu-central-1: ", "events Region: MetOnAssumption Unknown"] },
        { "target-group tag", ["target-group-binding-registers-pods ledger-pod-targets-eu-central-1: ", "ledger Region: MetOnAssumption Breached"] },
        { "readiness gate", ["pods-have-a-readiness-gate ledger-serving-eu-central-1: "] },
        { "network-policy switch", ["network-policies-are-enforced events-clients-eu-central-1: "] },
        { "third zone", ["nodes-span-zones node-pool-eu-central-1: it makes no nodes in eu-central-1c"] },
        { "budget", ["pods-have-a-disruption-budget ledger-serving-eu-central-1: no PodDisruptionBudget selects its pods"] },
        { "replication of images", ["pod-images-are-in-their-region events-serving-eu-central-1: ", "events Region: MetOnAssumption Breached"] },
        { "quota", ["pods-can-reach-the-needed-number ledger-quota-eu-central-1: ", "ledger Region: MetOnAssumption Breached"] },
        { "maximum", ["pods-can-reach-the-needed-number events-serving-eu-central-1: ", "events Region: MetOnAssumption Breached"] },
        { "reservation", ["capacity-reservation-is-used node-class-eu-central-1: spec.capacityReservationSelectorTerms"] },
        { "reservation in the node class", ["capacity-reservation-is-used ledger-reserve-eu-central-1a: no node class in eu-central-1 takes it"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatAFailoverToPodsNeeds_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    // An access entry keeps the id of the role that it was made for: the next role of the same name scales nothing.
    [Fact]
    public void PlansRole_Replaced_IsRefusedInBothRegions()
    {
        var changed = stacks.Dev.Graph.With("ledger-region-switch-role", "path", "/plans/");
        var nothing = new CheckResult { Report = new CheckReport { AsOf = ShippedVerdicts.AsOf, Stacks = [] } };

        var review = ChangeReview.Of([StackComparison.Of(stacks.Dev.Graph, changed), StackComparison.Of(stacks.Dr.Graph, stacks.Dr.Graph)], nothing, nothing);

        Assert.Equal(
            ["ledger-plan-access-eu-central-1", "ledger-plan-access-eu-west-1"],
            review.Refused.Where(refused => refused.Refusal.Rule == OperationRules.AccessDetached)
                .Select(refused => refused.Refusal.Reason.Split(": ")[1].Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "scaling block" => (dev.With("ledger-region-switch-plan", Scaling, null), dr),
            "access entry" => (dev, dr.Without("ledger-plan-access-policy-eu-central-1", "ledger-plan-access-eu-central-1")),
            "metrics add-on" => (dev, dr.Without("metrics-server-eu-central-1")),
            "target-group tag" => (dev, dr.With("ledger-pod-targets-eu-central-1", "tags/eks:eks-cluster-name", null)),
            "readiness gate" => (dev, dr.With("Namespace::ledger-eu-central-1", "metadata/labels/eks.amazonaws.com~1pod-readiness-gate-inject", null)),
            "network-policy switch" => (dev, dr.Without("network-policy-switch-eu-central-1")),
            "third zone" => (dev, dr.With(Pool, "spec/template/spec/requirements/0/values", new JsonArray("eu-central-1a", "eu-central-1b"))),
            "budget" => (dev, dr.Without(Budget)),
            "replication of images" => (dev.Without("image-replication-eu-west-1"), dr),
            "quota" => (dev, dr.With(Quota, "spec/hard/pods", "8")),
            "maximum" => (dev, dr.With(Autoscaler, "spec/maxReplicas", 5)),
            "reservation" => (dev, dr.Without("ledger-reserve-eu-central-1a", "ledger-reserve-eu-central-1b", "ledger-reserve-eu-central-1c")),
            "reservation in the node class" => (dev, dr.With("node-class-eu-central-1", "spec/capacityReservationSelectorTerms", null)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }
}
