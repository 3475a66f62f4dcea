using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What a batch job of Spark needs in one Region and then in the other, taken away from the shipped pair one by one: each is seen.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "H2")]
[Trait("Practice", "F1")]
public class BatchJobRemovalTests(ShippedStacks stacks)
{
    private const string Job = "ScheduledSparkApplication::lake-rollup-eu-central-1";
    private const string Driver = "spec/template/driver/template/spec";
    private const string Executor = "spec/template/executor/template/spec";

    public static TheoryData<string, string[]> Taken => new()
    {
        { "label", ["one-region-is-active lake-rollup-eu-central-1: ", "it has no label dr.drinfra.io/follows: beacon"] },
        { "gate of the driver", ["one-region-is-active lake-rollup-eu-central-1: ", "it has no container lease-gate"] },
        { "gate of executors", ["one-region-is-active lake-rollup-eu-central-1: ", "it has no container lease-gate"] },
        { "watch of executors", ["one-region-is-active lake-rollup-eu-central-1: ", "it has no container lease-watch"] },
        { "shared processes of executors", ["one-region-is-active lake-rollup-eu-central-1: ", "shareProcessNamespace is not true"] },
        { "workload of the gate", ["one-region-is-active lake-rollup-eu-central-1: ", "its container lease-gate asks for the lease of events"] },
        { "Region of the gate", ["its container lease-gate asks whether eu-west-1 is permitted, but runs in eu-central-1"] },
        { "lease table of the watch", ["followers and gates use different lease tables: drinfra-main-shared-leases, drinfra-main-other-leases"] },
        { "frequent schedule", ["promised 8 h; its schedule starts it next", "lake Region: MetOnAssumption Breached"] },
        { "schedule that can be read", ["rto-within-objective lake-rollup-eu-central-1: spec.schedule", "lake Region: MetOnAssumption Unknown"] },
        {
            "operator's namespace",
            [
                "operator-watches-its-jobs lake-rollup-eu-central-1: spark-operator-eu-central-1 watches other, but not lake",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        {
            "operator",
            [
                "operator-watches-its-jobs lake-rollup-eu-central-1: no spark-operator is declared in its cluster",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        {
            "image of its own Region",
            [
                "lake-rollup starts, image drinfra-main/follower is in the registry of eu-west-1",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        { "job", ["lake-rollup, no job of its name is in eu-central-1", "lake Region: MetOnAssumption Breached"] },
        {
            "job at home",
            [
                "job-is-in-both-regions lake-manifest-eu-west-1: pipeline rollup runs in both Regions by the manifest, but nothing in eu-west-1 is "
                    + "called lake-rollup",
            ]
        },
        {
            "pods of the operator",
            [
                "operator-watches-its-jobs lake-rollup-eu-central-1: values.controller.replicas of spark-operator-eu-central-1 is 0",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        { "beacon's step", ["no step of a plan moves active.lake.main.data.example.com", "lake Region: MetOnAssumption Breached"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatABatchJobNeeds_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "label" => (dev, dr.Replacing(Job, "dr.drinfra.io/follows", "dr.drinfra.io/other")),
            "gate of the driver" => (dev, dr.With(Job, $"{Driver}/initContainers/0/name", "other")),
            "gate of executors" => (dev, dr.With(Job, $"{Executor}/initContainers/0/name", "other")),
            "watch of executors" => (dev, dr.With(Job, $"{Executor}/initContainers/1/args/0", "gate")),
            "shared processes of executors" => (dev, dr.With(Job, $"{Executor}/shareProcessNamespace", false)),
            "workload of the gate" => (dev, dr.Replacing(Job, "\"LEASE_WORKLOAD\",\"value\":\"lake\"", "\"LEASE_WORKLOAD\",\"value\":\"events\"")),
            "Region of the gate" => (dev, dr.Replacing(Job, "\"LEASE_REGION\",\"value\":\"eu-central-1\"", "\"LEASE_REGION\",\"value\":\"eu-west-1\"")),
            "lease table of the watch" => (dev, dr.Replacing(Job, "drinfra-main-shared-leases", "drinfra-main-other-leases")),
            "frequent schedule" => (dev, dr.With(Job, "spec/schedule", "15 3 * * *")),
            "schedule that can be read" => (dev, dr.With(Job, "spec/schedule", "now and then")),
            "operator's namespace" => (dev, dr.With("spark-operator-eu-central-1", "values/spark/jobNamespaces", new JsonArray("other"))),
            "operator" => (dev, dr.Without("spark-operator-eu-central-1")),
            "image of its own Region" => (dev, dr.Replacing(Job, "dkr.ecr.eu-central-1", "dkr.ecr.eu-west-1")),
            "job" => (dev, dr.Without(Job)),
            "job at home" => (dev.Without("ScheduledSparkApplication::lake-rollup-eu-west-1"), dr),
            "pods of the operator" => (dev, dr.With("spark-operator-eu-central-1", "values/controller/replicas", 0)),
            "beacon's step" => (dev.Replacing("lake-region-switch-plan", "active.lake.", "active.other."), dr),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }
}
