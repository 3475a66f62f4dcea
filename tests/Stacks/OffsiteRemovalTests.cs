using System.Text.Json.Nodes;
using DrInfra.Drctl.Diff;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Tests.Stacks;

/// <summary>What the copy outside AWS needs, taken away from the shipped pair one by one: each is a finding, and most leave no copy outside.</summary>
[Collection(ShippedStacksGroup.Name)]
public class OffsiteRemovalTests(ShippedStacks stacks)
{
    private const string Task = "lake-vault-copy-task-eu-west-1";
    private const string Destination = "lake-vault-copy-destination-eu-west-1";
    private const string Role = "lake-vault-copy-role-policy-eu-west-1";
    private const string Age = "lake-vault-copy-age-eu-west-1";
    private const string Copied = "lake-vault-copy-copied-event-eu-west-1";
    private const string Everything = "datasync-task-copies-everything";

    /// <summary>What is taken, what is found, and whether a copy outside is left for the loss of the Region, and of the account.</summary>
    public static TheoryData<string, string, bool, bool> Taken => new()
    {
        { "schedule", $"{Everything} {Task}: no schedule starts the task", false, false },
        { "schedule switched off", $"{Everything} {Task}: the schedule of the task is disabled", false, false },
        { "schedule too often", $"{Everything} {Task}: the schedule rate(30 minutes) starts the task more than once an hour", false, false },
        { "part by a filter", $"{Everything} {Task}: only part of the source is copied: excludes.value is /archive", false, false },
        { "changed objects", $"{Everything} {Task}: overwriteMode is NEVER", false, false },
        { "agents", $"{Everything} {Destination}: {Destination} has no agent, and taskMode is BASIC", false, false },
        { "reading", "datasync-role-can-copy lake-vault-copy-role-eu-west-1: the role is not allowed s3:GetObject", false, false },
        { "decrypting", "datasync-role-can-copy lake-vault-copy-role-eu-west-1: the role is not allowed kms:Decrypt", false, false },
        { "trust", "role-trusts-its-service lake-vault-copy-role-eu-west-1: datasync.amazonaws.com cannot assume the role", false, false },
        { "task", "outside-copy-is-made lake-curated-bucket-eu-west-1: curated: its manifest states a copy outside AWS, but no task makes one", false, false },
        { "deletions", $"outside-copy-is-out-of-reach {Task}: preserveDeletedFiles is REMOVE", true, false },
        { "server outside", $"outside-copy-is-out-of-reach {Destination}: the server s3.eu-central-1.amazonaws.com is AWS itself", false, false },
        { "encryption on the way", $"data-is-encrypted-in-transit {Destination}: serverProtocol is HTTP", true, true },
        { "verification", $"datasync-task-verifies {Task}: verifyMode is NONE", true, true },
        { "log", $"datasync-task-is-logged {Task}: the task has no log group", true, true },
        { "alarm", $"datasync-task-is-watched {Task}: no alarm rings when no run of this task succeeds", true, true },
        { "silence", $"datasync-task-is-watched {Task}: no alarm rings when no run of this task succeeds", true, true },
        { "successes", $"datasync-task-is-watched {Task}: no alarm rings when no run of this task succeeds", true, true },
        { "word of the event", $"event-pattern-has-an-event {Copied}: DataSync Task Execution State Change has no detail.status", true, true },
        { "failures", $"datasync-task-is-watched {Task}: no event rule reports that a run of this task failed", true, true },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatTheCopyNeeds_TakenAway_IsSeen(string what, string finding, bool survivesRegion, bool survivesAccount)
    {
        var (dev, dr) = Without(what);

        var report = ShippedVerdicts.Of(dev, dr);

        Assert.Contains(report.Lines(), line => line.StartsWith(finding, StringComparison.Ordinal));
        Assert.Equal((survivesRegion, survivesAccount), (Survives(report, Disruption.Region), Survives(report, Disruption.Account)));
    }

    [Fact]
    public void ShippedCopy_SurvivesRegionAndAccount_AndNothingIsFound()
    {
        Assert.True(Survives(stacks.Report, Disruption.Region));
        Assert.True(Survives(stacks.Report, Disruption.Account));
        Assert.DoesNotContain(stacks.Report.Lines(), line => line.Contains("vault-copy", StringComparison.Ordinal));
    }

    // Nobody's program can show what somebody else's credentials may do: without the operator's word it is not known.
    [Fact]
    public void WithoutTheOperatorsWord_WhetherTheAccountsLossIsSurvived_IsUnknown()
    {
        var settings = ShippedVerdicts.Settings with
        {
            Assumptions = [.. ShippedVerdicts.Settings.Assumptions.Where(assumption => !assumption.Id.StartsWith("copy-outlives", StringComparison.Ordinal))],
        };

        var report = StackCheck.Run(Estate.Of([stacks.Dev.Graph, stacks.Dr.Graph], AwsNames.Instance), settings, ShippedVerdicts.AsOf);

        var use = Outside(report)!.Uses[Disruption.Account];
        Assert.True(use.Staleness.Figure.IsUnknown);
        Assert.False(Outside(report)!.Uses[Disruption.Region].Staleness.Figure.IsUnknown);
    }

    // An interval of a day, and a run of six hours.
    [Fact]
    public void Age_IsTheIntervalAndARun() => Assert.Equal(30 * 3600.0, Outside(stacks.Report)!.Uses[Disruption.Region].Staleness.Figure.Worst);

    [Fact]
    public async Task ActiveRegion_CopiesAloneAndIsWatched_WhicheverItIs()
    {
        var left = await ShippedStacks.PreviewAsync("dev", "failover=in-progress");
        var active = await ShippedStacks.PreviewAsync("dr", "activation=active", "failover=in-progress");

        Assert.Null(TaskOf(left.Graph).Inputs["schedule"]);
        Assert.NotNull(TaskOf(active.Graph).Inputs["schedule"]);
        Assert.DoesNotContain(left.Graph.Resources, resource => resource.Name == Age);
        Assert.Contains(active.Graph.Resources, resource => resource.Name == "lake-vault-copy-age-eu-central-1");
        var report = ShippedVerdicts.Of(left.Graph, active.Graph);
        Assert.DoesNotContain(
            report.Lines(), line => line.Contains("datasync", StringComparison.Ordinal) || line.StartsWith("outside-", StringComparison.Ordinal));
        Assert.True(Survives(report, Disruption.Account));
    }

    [Fact]
    public async Task Activation_ReplacesAndDeletesNothing()
    {
        var active = await ShippedStacks.PreviewAsync("dr", "activation=active");

        var changes = GraphDiff.Compare(stacks.Dr.Graph, active.Graph).Changes.Where(change => change.Urn.Contains("OffsiteCopy", StringComparison.Ordinal));

        // The schedule of the task, and the alarm that comes with it.
        Assert.Equal(["Create lake-vault-copy-age-eu-central-1", "Update lake-vault-copy-task-eu-central-1"], changes
            .Select(change => $"{change.Operation} {change.Name}").Order());
    }

    [Fact]
    public void Credentials_AreSecretsInEveryGraph() => Assert.All(
        stacks.Both.Select(stack => stack.Graph.OfType("aws:datasync/locationObjectStorage:LocationObjectStorage").Single()),
        location =>
        {
            Assert.IsType<SecretValue>(location.Inputs["secretKey"]);
            Assert.IsType<SecretValue>(location.Inputs["accessKey"]);
        });

    private static GraphResource TaskOf(ResourceGraph graph) => graph.OfType("aws:datasync/task:Task").Single();

    private static bool Survives(CheckReport report, Disruption disruption) =>
        Outside(report)?.Uses.GetValueOrDefault(disruption) is { } use && !use.Staleness.Figure.IsUnknown;

    private static Policies.Assessment.Copy? Outside(CheckReport report) => report.Assessments.SelectMany(assessment => assessment.Stores)
        .Where(store => store.Label == "curated")
        .SelectMany(store => store.Copies).Where(copy => copy.Kind == "copy outside AWS").MaxBy(copy => copy.Uses.Count);

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return (what switch
        {
            "schedule" => dev.With(Task, "schedule", null),
            "schedule switched off" => dev.With(Task, "schedule/status", "DISABLED"),
            "schedule too often" => dev.With(Task, "schedule/scheduleExpression", "rate(30 minutes)"),
            "part by a filter" => dev.With(Task, "excludes", new JsonObject { ["filterType"] = "SIMPLE_PATTERN", ["value"] = "/archive" }),
            "changed objects" => dev.With(Task, "options/overwriteMode", "NEVER"),
            "agents" => dev.With(Destination, "agentArns", null),
            "reading" => dev.Replacing(Role, "s3:GetObject\\", "s3:GetObjectAcl\\"),
            "decrypting" => dev.Replacing(Role, "kms:Decrypt", "kms:Encrypt"),
            "trust" => dev.Replacing("lake-vault-copy-role-eu-west-1", "datasync.amazonaws.com", "backup.amazonaws.com"),
            "task" => dev.Without(Task),
            "deletions" => dev.With(Task, "options/preserveDeletedFiles", "REMOVE"),
            "server outside" => dev.With(Destination, "serverHostname", "s3.eu-central-1.amazonaws.com"),
            "encryption on the way" => dev.With(Destination, "serverProtocol", "HTTP"),
            "verification" => dev.With(Task, "options/verifyMode", "NONE"),
            "log" => dev.With(Task, "cloudwatchLogGroupArn", null),
            "alarm" => dev.Without(Age),
            "silence" => dev.With(Age, "treatMissingData", "notBreaching"),
            "successes" => dev.Replacing(Copied, "SUCCESS", "TRANSFERRING"),
            "word of the event" => dev.Replacing(Copied, "State\\\"", "status\\\""),
            "failures" => dev.Without("shared-outside-copies-target-eu-west-1"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        }, dr);
    }
}
