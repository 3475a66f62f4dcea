using System.Text.Json.Nodes;

namespace DrInfra.Tests.Stacks.Workflows;

/// <summary>Every shell line of the workflows, on the shipped stacks.</summary>
[Collection(ShippedStacksGroup.Name)]
public sealed class WorkflowRunTests(ShippedStacks stacks) : IDisposable
{
    private const string Comment = "<!-- drctl: recovery -->\n## ";

    private readonly WorkflowRun _run = new(stacks.Dev.Graph, stacks.Dr.Graph);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("", "--method POST repos/example/platform/issues/7/comments")]
    [InlineData("42\n43\n", "--method PATCH repos/example/platform/issues/comments/42 ")]
    public void APullRequestThatChangesNothing_PassesWithOneComment(string existing, string call)
    {
        _run.Keep("comment", existing);

        var (code, failed, output) = _run.Job("preview", "real");

        Assert.True(code == 0, failed + output);
        Assert.StartsWith(Comment + ":white_check_mark: Recovery: Nothing changes\n", _run.Read("state/body"), StringComparison.Ordinal);
        Assert.InRange(_run.Read("state/body").Length, 1, 65_536);
        Assert.Contains(call, _run.Calls, StringComparison.Ordinal);
        Assert.Contains("pulumi preview --stack dr --json --show-sames --policy-pack policies --non-interactive\n", _run.Calls, StringComparison.Ordinal);
        Assert.Contains("\"$schema\"", _run.Read("temp/recovery/drctl.sarif"), StringComparison.Ordinal);
    }

    [Fact]
    public void APullRequestThatDeletesData_IsRefusedAfterItsComment()
    {
        _run.Change("dev", Delete);
        // The pack refuses it too.
        _run.Keep("preview-code", "1");

        var (code, failed, output) = _run.Job("preview", "real");

        Assert.Equal((1, "Verdict"), (code, failed));
        Assert.Contains("::warning::the preview of dev exited with an error", output, StringComparison.Ordinal);
        Assert.Contains("operation-data-deleted", _run.Read("state/body"), StringComparison.Ordinal);
    }

    [Fact]
    public void APreviewThatFailed_LeavesNoComment()
    {
        _run.Keep("dr.json", "error: no credentials\n");

        var (code, failed, output) = _run.Job("preview", "real");

        Assert.Equal((2, "Report"), (code, failed));
        Assert.Contains("is not valid JSON", output, StringComparison.Ordinal);
        Assert.DoesNotContain("gh ", _run.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void AForksPullRequest_IsPreviewedWithoutPulumi()
    {
        var (code, failed, output) = _run.Job("preview", "emulated");

        Assert.True(code == 0, failed + output);
        Assert.StartsWith("> A pull request from a fork gets no credentials", _run.Read("state/summary"), StringComparison.Ordinal);
        Assert.Contains("Recovery: Nothing changes", _run.Read("state/summary"), StringComparison.Ordinal);
        Assert.DoesNotContain("pulumi ", _run.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeployment_UpdatesThePrimaryFirstAndIsGatedTwice()
    {
        var plan = _run.Job("deploy", "plan");
        var deploy = _run.Job("deploy", "deploy");

        Assert.True(plan.Code == 0, plan.Failed + plan.Output);
        Assert.True(deploy.Code == 0, deploy.Failed + deploy.Output);
        Assert.Equal(
            ["up --stack dev --policy-pack policies", "up --stack dr --policy-pack policies", "preview --stack dev --expect-no-changes",
                "preview --stack dr --expect-no-changes"],
            _run.Calls.Split('\n').Where(call => call.StartsWith("pulumi ", StringComparison.Ordinal)).TakeLast(4)
                .Select(call => string.Join(' ', call.Split(' ').Skip(1).Where(word => word is not ("--yes" or "--non-interactive")))));
    }

    [Fact]
    public void ADeploymentOfWhatChangedAfterTheApproval_IsStoppedAtTheGate()
    {
        Assert.Equal(0, _run.Job("deploy", "plan").Code);
        _run.Change("dev", Delete);

        var (code, failed, _) = _run.Job("deploy", "deploy");

        Assert.Equal((1, "Gate"), (code, failed));
        Assert.DoesNotContain("pulumi up", _run.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy", "plan")]
    [InlineData("drill", "activate")]
    public void DuringAFailover_NothingIsDeployedByItself(string workflow, string job)
    {
        _run.FailoverInProgress = true;

        Assert.Equal((1, "No failover is in progress"), (_run.Job(workflow, job).Code, _run.Job(workflow, job).Failed));
        Assert.DoesNotContain("pulumi ", _run.Calls, StringComparison.Ordinal);
    }

    private const string None = "\"failover\":\"none\"";

    [Fact]
    public void ADeploymentThatTakesCapacityFromTheRegionThatServes_IsStoppedAtTheGate()
    {
        // What is deployed says so, and main does not know.
        _run.Change("dr", steps =>
        {
            foreach (var inputs in steps.Select(step => step!["oldState"]?["inputs"]).OfType<JsonObject>()
                .Where(inputs => ((string?)inputs["insecureValue"])?.Contains(None, StringComparison.Ordinal) ?? false))
            {
                inputs["insecureValue"] = ((string)inputs["insecureValue"]!).Change(None, None.Change("none", "in-progress"));
            }

            var scaler = steps.Last(step => (string?)step!["newState"]?["type"] == "kubernetes:autoscaling/v2:HorizontalPodAutoscaler")!;
            scaler["op"] = "update";
            scaler["oldState"]!["inputs"]!["spec"]!["minReplicas"] = 90;
        });

        var (code, failed, output) = _run.Job("deploy", "deploy");

        Assert.Equal((1, "Gate"), (code, failed));
        Assert.Contains("shrinks minReplicas (90 -> ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pulumi up", _run.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void ADrill_GoesThereAndBack()
    {
        foreach (var (job, activation) in ((string, string)[])[("activate", "active"), ("back", "standby")])
        {
            var (code, failed, output) = _run.Job("drill", job);

            Assert.True(code == 0, failed + output);
            Assert.Contains($"pulumi config set activation {activation} --stack dr", _run.Calls, StringComparison.Ordinal);
            Assert.Contains($"### Drill: stack dr is {activation}\n", _run.Read("state/summary"), StringComparison.Ordinal);
        }

        // What the plans turned off between the two is on again, in both Regions.
        Assert.Equal(
            ["aws eks update-kubeconfig --name cluster-of-dev --region region-of-dev", "aws eks update-kubeconfig --name cluster-of-dr --region region-of-dr"],
            _run.Calls.Split('\n').Where(call => call.StartsWith("aws ", StringComparison.Ordinal)));
        Assert.Equal(2, _run.Calls.Split('\n').Count(call => call.StartsWith(
            "kubectl patch hpa ledger-serving --namespace ledger --type merge --patch {\"spec\":{\"behavior\":{\"scaleDown\":{\"selectPolicy\":\"Max\"}}}}",
            StringComparison.Ordinal)));
    }

    [Fact]
    public void ADrillThatWouldTouchData_IsStoppedAtTheGate()
    {
        _run.Change("dr", steps => steps.First(step => ((string)step!["urn"]!).Contains("rds/cluster:Cluster", StringComparison.Ordinal))!["op"] = "replace");

        var (code, failed, _) = _run.Job("drill", "activate");

        Assert.Equal((1, "Gate"), (code, failed));
        Assert.DoesNotContain("pulumi up", _run.Calls, StringComparison.Ordinal);
    }

    private static void Delete(JsonArray steps)
    {
        var step = (JsonObject)steps.Last(step => ((string)step!["urn"]!).Contains("dynamodb/table:Table", StringComparison.Ordinal))!;
        step["op"] = "delete";
        step.Remove("newState");
    }
}
