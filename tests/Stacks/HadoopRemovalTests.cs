using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// What lets the shipped Hadoop pipeline work in one Region, and in the other one after a loss, taken away one by one: each is a finding, or costs
/// the objective.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F1")]
[Trait("Practice", "H2")]
public class HadoopRemovalTests(ShippedStacks stacks)
{
    private const string Machine = "lake-compaction-machine-";
    private const string Schedule = "lake-compaction-schedule-";
    private const string Home = "eu-west-1";
    private const string Other = "eu-central-1";

    private const string Twice =
        "scheduled-job-runs-in-one-region lake-compaction-schedule-eu-central-1: it starts the job while its twin does so too: ";

    public static TheoryData<string, string[]> Taken => new()
    {
        { "reading of the lease", [Twice + "RunOnCluster begins without asking for a lease"] },
        { "consistent reading", [Twice + "ReadLeaseAgain reads the lease without ConsistentRead"] },
        { "own Region", [Twice + "ListRuns begins whoever holds the lease"] },
        { "end of whoever does not hold it", [Twice + "ListRuns begins whoever holds the lease"] },
        { "comparison of the holder", [Twice + "ListRuns begins whoever holds the lease"] },
        { "table of three Regions", [Twice + "ReadLeaseAgain reads events-profiles-table, which is not strongly consistent"] },
        {
            "item of the workload",
            [
                "its lease is lake, and its twin's events",
                "state-machine-role-can-run lake-compaction-machine-role-eu-central-1: the role is not allowed dynamodb:GetItem",
            ]
        },
        { "look before the commit", ["lease-is-read-before-the-commit lake-compaction-machine-eu-west-1: Commit comes after Work without another look"] },
        { "choice before the commit", ["lease-is-read-before-the-commit lake-compaction-machine-eu-west-1: Commit comes after Work without another look"] },
        {
            "consistent reading before the commit",
            ["lease-is-read-before-the-commit lake-compaction-machine-eu-west-1: AskForLeaseAgain reads the lease without"]
        },
        {
            "catch of a failure",
            ["transient-cluster-is-ended lake-compaction-machine-eu-west-1: MakeCluster makes an EMR cluster, and at Work where it fails"]
        },
        {
            "end of the cluster",
            ["transient-cluster-is-ended lake-compaction-machine-eu-west-1: MakeCluster makes an EMR cluster, and at Done the run can end"]
        },
        {
            "subnets of other zones",
            ["transient-cluster-may-use-several-zones lake-compaction-machine-eu-central-1: MakeCluster makes an EMR cluster that is given one subnet"]
        },
        {
            "permission to read the lease",
            ["state-machine-role-can-run lake-compaction-machine-role-eu-central-1: the role is not allowed dynamodb:GetItem"]
        },
        {
            "permission to use the lease's key",
            ["state-machine-role-can-run lake-compaction-machine-role-eu-central-1: the role is not allowed kms:Decrypt"]
        },
        {
            "permission to pass the role of instances",
            ["state-machine-role-can-run lake-compaction-machine-role-eu-central-1: the role is not allowed iam:PassRole"]
        },
        {
            "permission to end clusters",
            ["state-machine-role-can-run lake-compaction-machine-role-eu-central-1: the role is not allowed elasticmapreduce:TerminateJobFlows"]
        },
        { "trust of the machine's role", ["role-trusts-its-service lake-compaction-machine-role-eu-central-1: states.amazonaws.com cannot assume the role"] },
        {
            "permission to start the machine",
            ["schedule-role-can-start lake-compaction-schedule-role-eu-central-1: the role is not allowed states:StartExecution"]
        },
        {
            "trust of the schedule's role",
            ["role-trusts-its-service lake-compaction-schedule-role-eu-central-1: scheduler.amazonaws.com cannot assume the role"]
        },
        {
            "schedule that is on in the standby",
            [
                "scheduled-job-runs-in-one-region lake-compaction-schedule-eu-central-1: it is off, and nothing switches it on",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        {
            "machine of the standby",
            [
                "job-is-in-both-regions lake-compaction-schedule-eu-west-1: no schedule of its name is in another Region",
                "lake Region: MetOnAssumption Breached",
            ]
        },
        {
            "program of the standby",
            ["job-code-is-in-its-region lake-compaction-machine-eu-central-1: it runs in eu-central-1, but starts from lake-raw-bucket-eu-west-1"]
        },
        { "copy of the program", ["replication-is-two-way lake-raw-bucket-eu-west-1", "lake Region: Breached Breached"] },
        { "next run within the objective", ["lake-compaction-schedule-eu-central-1 starts its job next", "lake Region: MetOnAssumption Breached"] },
        { "follower of the workload", ["no follower in eu-central-1 starts", "lake Region: MetOnAssumption Breached"] },
        { "encryption of disks", ["transient-cluster-encrypts-its-disks lake-compaction-machine-eu-central-1: MakeCluster makes an EMR cluster without"] },
        { "alarm on failed runs", ["failed-runs-are-alarmed lake-compaction-machine-eu-central-1: no alarm in eu-central-1"] },
        { "step that moves the beacon", ["no step of a plan moves active.lake.main.data.example.com", "lake Region: MetOnAssumption Breached"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatLetsTheJobRunInOneRegion_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    // One look tells who holds the lease, and nothing of whether anybody renews it: only the figure has the wait between the two.
    [Fact]
    public void SecondLook_TakenAway_IsInTheFigure()
    {
        var (dev, dr) = Without("second look");

        Assert.Equal(LeaseProtocol.Lasts.TotalSeconds, Seconds(stacks.Dev.Graph, stacks.Dr.Graph) - Seconds(dev, dr));
    }

    private static double Seconds(params ResourceGraph[] graphs) => ShippedVerdicts.Of(graphs).Objectives
        .Single(outcome => outcome is { Workload: "lake", Disruption: Disruption.Region }).Rto.Figure.Worst!.Value;

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "reading of the lease" => (dev, Redefined(dr, Other, machine => machine["StartAt"] = "RunOnCluster")),
            "second look" => (dev, Redefined(dr, Other, machine =>
            {
                machine["StartAt"] = "ReadLeaseAgain";
                States(machine)["IsHolder"]!["Choices"]![0]!["And"] = new JsonArray([.. Holder(machine).Take(2).Select(rule => rule!.DeepClone())]);
            })),
            "consistent reading" => (dev, Redefined(dr, Other, machine => States(machine)["ReadLeaseAgain"]!["Parameters"]!["ConsistentRead"] = false)),
            "own Region" => (dev, Redefined(dr, Other, machine => Holder(machine)[1]!["StringEquals"] = Home)),
            "end of whoever does not hold it" => (dev, Redefined(dr, Other, machine => States(machine)["IsHolder"]!["Default"] = "ListRuns")),
            "comparison of the holder" => (dev, Redefined(dr, Other, machine => Holder(machine).RemoveAt(1))),
            "table of three Regions" => (dev, Redefined(dr, Other, machine =>
            {
                foreach (var read in new[] { "ReadLease", "ReadLeaseAgain" })
                {
                    States(machine)[read]!["Parameters"]!["TableName"] = "drinfra-main-events-profiles";
                }
            })),
            "item of the workload" => (dev, Redefined(dr, Other, machine =>
                States(machine)["ReadLeaseAgain"]!["Parameters"]!["Key"]!["workload"]!["S"] = "events")),
            "look before the commit" => (Redefined(dev, Home, machine => Run(machine)["Work"]!["Next"] = "Commit"), dr),
            "choice before the commit" => (Redefined(dev, Home, machine => Run(machine)["IsStillHolder"]!["Default"] = "Commit"), dr),
            "consistent reading before the commit" => (
                Redefined(dev, Home, machine => Run(machine)["AskForLeaseAgain"]!["Parameters"]!["ConsistentRead"] = false), dr),
            "catch of a failure" => (Redefined(dev, Home, machine => Run(machine)["Work"]!.AsObject().Remove("Catch")), dr),
            "end of the cluster" => (Redefined(dev, Home, machine => Run(machine)["Commit"]!["Next"] = "Done"), dr),
            "subnets of other zones" => (dev, dr.With(
                $"{Schedule}{Other}", "target/input", """{"nodeGroup":"sg-1","serviceGroup":"sg-2","subnets":["subnet-1"]}""")),
            "permission to read the lease" => (dev, dr.Replacing($"lake-compaction-machine-policy-{Other}", "dynamodb:GetItem", "dynamodb:Query")),
            "permission to use the lease's key" => (dev, dr.Replacing($"lake-compaction-machine-policy-{Other}", "shared-leases-eu-central-1", "shared-other")),
            "permission to pass the role of instances" => (
                dev, dr.Replacing($"lake-compaction-machine-policy-{Other}", "compaction-nodes-eu-central-1", "compaction-other-eu-central-1")),
            "permission to end clusters" => (
                dev, dr.Replacing($"lake-compaction-machine-policy-{Other}", "elasticmapreduce:TerminateJobFlows", "elasticmapreduce:ListSteps")),
            "trust of the machine's role" => (dev, dr.Replacing($"lake-compaction-machine-role-{Other}", "states.amazonaws.com", "glue.amazonaws.com")),
            "permission to start the machine" => (
                dev, dr.Replacing($"lake-compaction-schedule-policy-{Other}", "states:StartExecution", "states:StopExecution")),
            "trust of the schedule's role" => (dev, dr.Replacing($"lake-compaction-schedule-role-{Other}", "scheduler.amazonaws.com", "events.amazonaws.com")),
            "schedule that is on in the standby" => (dev, dr.With($"{Schedule}{Other}", "state", "DISABLED")),
            "machine of the standby" => (dev, dr.Without($"{Schedule}{Other}", $"{Machine}{Other}")),
            "program of the standby" => (dev, Redefined(dr, Other, machine =>
                Run(machine)["Work"]!["Parameters"]!["Step"]!["HadoopJarStep"]!["Jar"] =
                    "s3://drinfra-main-lake-raw-eu-west-1-123456789012/jobs/compaction-2.1.jar")),
            "copy of the program" => (dev.Without("lake-raw-replication-eu-west-1"), dr),
            "next run within the objective" => (dev, dr.With($"{Schedule}{Other}", "scheduleExpression", "cron(0 2 ? * SUN *)")),
            "follower of the workload" => (dev, dr.Replacing("follower-deployment-eu-central-1", "lake=active.lake", "lakes=active.lake")),
            "encryption of disks" => (dev, Redefined(dr, Other, machine =>
                Run(machine)["MakeCluster"]!["Parameters"]!.AsObject().Remove("SecurityConfiguration"))),
            "alarm on failed runs" => (dev, dr.Without($"lake-compaction-runs-failed-{Other}")),
            "step that moves the beacon" => (dev.Replacing("lake-region-switch-plan", "active.lake.main", "active.lakes.main"), dr),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }

    private static JsonNode States(JsonNode machine) => machine["States"]!;

    private static JsonNode Run(JsonNode machine) => States(machine)["RunOnCluster"]!["Branches"]![0]!["States"]!;

    private static JsonArray Holder(JsonNode machine) => States(machine)["IsHolder"]!["Choices"]![0]!["And"]!.AsArray();

    private static ResourceGraph Redefined(ResourceGraph graph, string region, Action<JsonNode> change)
    {
        var name = $"{Machine}{region}";
        var resource = graph.Resources.Single(resource => resource.Name == name);
        var definition = JsonNode.Parse(((TextValue)resource.Inputs["definition"]!).Value)!;
        var before = definition.ToJsonString();
        change(definition);
        Assert.NotEqual(before, definition.ToJsonString());
        return graph.With(name, "definition", definition.ToJsonString());
    }
}
