using System.Text;
using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

/// <summary>Previews as the real CLI writes them (its secret is <c>hunter2</c>).</summary>
public class PreviewFileTests
{
    private const string Changed = "preview-changed-stack.json";

    [Fact]
    public void ANewStack_IsAllCreated()
    {
        var file = GraphFile.ReadStack(RealExportTests.PathOf("preview-new-stack.json"));

        var preview = Assert.IsType<Preview>(file.Preview);
        Assert.Empty(preview.Before.Resources);
        Assert.Equal(("capture", "fresh", 26), (file.Graph.Project, file.Graph.Stack, file.Graph.Resources.Count));
        Assert.All(preview.Steps, step => Assert.Equal(PreviewOperation.Create, step.Operation));
        Assert.Equal(PropertyValue.Unknown, Named(file.Graph, "data").Inputs["vpcId"]);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("[secret]")), Named(file.Graph, "primary").Inputs["masterPassword"]);
    }

    [Fact]
    public void AChangedStack_HasBothSidesAndTheEnginesOperations()
    {
        var preview = GraphFile.ReadStack(RealExportTests.PathOf(Changed)).Preview!;

        Assert.Equal((27, 26), (preview.Before.Resources.Count, preview.After.Resources.Count));
        Assert.Equal(
            ["Replace data cidrBlock", "Delete writer-1 "],
            preview.Steps.Where(step => step.Operation != PreviewOperation.Same)
                .Select(step => $"{step.Operation} {(step.New ?? step.Old)!.Name} {string.Join(',', step.ReplaceReasons)}"));
        Assert.True(Named(preview.After, "ledger-bucket").Protect);
        Assert.False(Named(preview.Before, "ledger-bucket").Protect);
    }

    [Fact]
    public void WhatStays_KeepsWhatWasComputed_WhatIsReplacedDoesNot()
    {
        var preview = GraphFile.ReadStack(RealExportTests.PathOf(Changed)).Preview!;

        Assert.Equal("orders", Named(preview.After, "orders").Id);
        Assert.Equal(Named(preview.Before, "vpc").Outputs, Named(preview.After, "vpc").Outputs);
        Assert.Null(Named(preview.After, "data").Id);
        Assert.Empty(Named(preview.After, "data").Outputs);
    }

    [Fact]
    public void AnUpdate_ForgetsOutputsOfWhatIsNoLongerStated()
    {
        var after = Read(Changed, root => Update(root, "global", inputs => inputs.Remove("deletionProtection"))).Graph;

        Assert.Null(Named(after, "global").Outputs["deletionProtection"]);
        Assert.NotNull(Named(after, "global").Outputs["arn"]);
    }

    [Fact]
    public void EveryResource_ComesAfterWhatItNeeds()
    {
        var preview = GraphFile.ReadStack(RealExportTests.PathOf(Changed)).Preview!;

        Assert.All([preview.Before, preview.After], graph =>
        {
            var seen = new HashSet<string>();
            Assert.All(graph.Resources, resource =>
            {
                Assert.All(resource.Dependencies, urn => Assert.Contains(urn, seen));
                seen.Add(resource.Urn);
            });
        });
    }

    [Theory]
    [InlineData("same")]
    [InlineData("summary")]
    public void APreviewWithoutUnchangedResources_IsRefusedWithTheCommandThatMakesAWholeOne(string how)
    {
        var exception = Assert.Throws<GraphFileException>(() => Read(Changed, root =>
        {
            var steps = root["steps"]!.AsArray();
            foreach (var step in steps.Skip(1).Where(step => (string)step!["op"]! == "same").ToList())
            {
                steps.Remove(step);
            }

            if (how == "same")
            {
                root.Remove("changeSummary");
            }
        }));

        Assert.Contains("not the whole stack", exception.What, StringComparison.Ordinal);
        Assert.Contains("pulumi preview --json --show-sames --stack dev > dev.json", exception.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void OneMissingResource_IsNamed()
    {
        var exception = Assert.Throws<GraphFileException>(() => Read(Changed, root => root["steps"]!.AsArray().Remove(StepOf(root, "vpc"))));

        Assert.Contains("::vpc", exception.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedPreview_IsRefusedWithItsMessage()
    {
        var exception = Assert.Throws<GraphFileException>(() => Read(Changed, root =>
            root["diagnostics"] = new JsonArray(new JsonObject { ["severity"] = "error", ["message"] = "it broke" })));

        Assert.Contains("it broke", exception.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void ADefaultProvider_HasTheRegionOfTheConfiguration()
    {
        const string Default = "urn:pulumi:dev::capture::pulumi:providers:aws::default_7_48_0";
        var graph = Read(Changed, root =>
        {
            root["config"]!["aws:region"] = "eu-west-1";
            StepOf(root, "vpc")["newState"]!["provider"] = $"{Default}::1";
        }).Graph;

        Assert.Equal(PropertyValue.Of("eu-west-1"), Assert.Single(graph.Resources, resource => resource.Urn == Default).Inputs["region"]);
    }

    [Fact]
    public void ReplacementSteps_AreOneReplacement()
    {
        var preview = Read(Changed, root =>
        {
            var steps = root["steps"]!.AsArray();
            var made = StepOf(root, "data");
            made["op"] = "create-replacement";
            var gone = (JsonObject)made.DeepClone();
            gone["op"] = "delete-replaced";
            gone.Remove("newState");
            steps.Add(gone);
        }).Preview!;

        var step = Assert.Single(preview.Steps, step => step.Urn.EndsWith("::data", StringComparison.Ordinal));
        Assert.Equal(PreviewOperation.Replace, step.Operation);
        Assert.NotNull(step.New);
    }

    [Fact]
    public void DetailedDiff_TellsWhatReplaces()
    {
        var preview = Read(Changed, root =>
        {
            var step = StepOf(root, "data");
            step.Remove("replaceReasons");
            step["detailedDiff"] = new JsonObject { ["cidrBlock"] = new JsonObject { ["kind"] = "update-replace", ["inputDiff"] = true } };
        }).Preview!;

        Assert.Equal(["cidrBlock"], Assert.Single(preview.Steps, step => step.Operation == PreviewOperation.Replace).ReplaceReasons);
    }

    internal static JsonObject StepOf(JsonObject root, string name) =>
        (JsonObject)root["steps"]!.AsArray().Single(step => ((string)step!["urn"]!).EndsWith($"::{name}", StringComparison.Ordinal))!;

    private static void Update(JsonObject root, string name, Action<JsonObject> change)
    {
        var step = StepOf(root, name);
        step["op"] = "update";
        change(step["newState"]!["inputs"]!.AsObject());
    }

    private static StackFile Read(string file, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(File.ReadAllText(RealExportTests.PathOf(file)))!.AsObject();
        change(root);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString()));
        return GraphFile.ReadStack(stream, file);
    }

    private static GraphResource Named(ResourceGraph graph, string name) => graph.Resources.Single(resource => resource.Name == name);
}
