using System.Text.Json;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary><c>--exclude</c> as it is typed, on the shipped stacks.</summary>
public sealed class ExcludeTests : IDisposable
{
    private const string Members = "**rds/clusterInstance:**";
    private const string Objects = "**$kubernetes:**";

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-exclude-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Preview_LeavesThemOutAndSaysHowMany()
    {
        var whole = await PreviewAsync("dr");
        var rest = await PreviewAsync("dr", "--exclude", Members);

        var excluded = whole.Resources.Count(resource => resource.Type.StartsWith("aws:rds/clusterInstance:", StringComparison.Ordinal));
        Assert.True(excluded > 0);
        Assert.Equal(
            whole.Resources.Where(resource => !resource.Type.StartsWith("aws:rds/clusterInstance:", StringComparison.Ordinal)).Select(resource => resource.Urn),
            rest.Resources.Select(resource => resource.Urn));
        Assert.Contains($"excluded {excluded} resources, which are neither shown nor judged", rest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_LeavesThemAsTheyAre()
    {
        var (code, output, _) = await DrctlRun.Of("diff", "-p", Repository.Shipped, "--stack", "dr", "-c", "activation=active", "--exclude", Members);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.DoesNotContain("rds ClusterInstance", output, StringComparison.Ordinal);
        Assert.Contains($"with {Members} as before", output, StringComparison.Ordinal);
        Assert.Matches("[1-9] to update in place", output);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("dr")]
    public async Task WithoutItsObjectsInClusters_AStackPreviewsTheSame(string stack)
    {
        var whole = await PreviewAsync(stack);
        var rest = await PreviewAsync(stack, "--exclude", Objects);

        Assert.Contains(whole.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
        Assert.DoesNotContain(rest.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
        Assert.Equal(
            whole.Resources.Where(resource => !resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).Select(resource => resource.Json),
            rest.Resources.Select(resource => resource.Json));
    }

    [Fact]
    public async Task WithoutItsObjectsInClusters_AStackDiffersTheSame()
    {
        string[] arguments = ["diff", "-p", Repository.Shipped, "--stack", "dr", "-c", "activation=active", "--format", "json"];

        var (_, whole, _) = await DrctlRun.Of(arguments);
        var (code, rest, _) = await DrctlRun.Of([.. arguments, "--exclude", Objects]);

        Assert.Equal(ExitCodes.Clean, code);
        var objects = Changes(whole).Where(change => change.Contains("kubernetes:", StringComparison.Ordinal)).ToArray();
        Assert.All(objects, change => Assert.Contains("HorizontalPodAutoscaler", change, StringComparison.Ordinal));
        Assert.Single(objects);
        Assert.Equal(Changes(whole).Except(objects), Changes(rest));
    }

    [Theory]
    [InlineData("preview", "--stack", "dr")]
    [InlineData("diff", "--stack", "dr", "-c", "activation=active")]
    public async Task PatternThatMatchesNothing_IsBadInput(params string[] arguments)
    {
        var (code, output, error) = await DrctlRun.Of([.. arguments, "-p", Repository.Shipped, "--exclude", "**::nothing"]);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.Contains("no resource has a URN that matches", error, StringComparison.Ordinal);
        Assert.Contains("'**kubernetes:**'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DependentsOfWhatIsNotDeployed_NeedAnOption()
    {
        string[] arguments = ["preview", "-p", Repository.Shipped, "--stack", "dr", "--exclude", "**ec2/vpc:Vpc**"];

        var (code, _, error) = await DrctlRun.Of(arguments);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("depend on excluded resources that do not exist yet", error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, (await DrctlRun.Of([.. arguments, "--exclude-dependents"])).Code);
    }

    [Fact]
    public async Task WhatPulumiHasPlanned_IsExcludedByPulumi()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures/engine-capture/preview-changed-stack.json");

        var (code, _, error) = await DrctlRun.Of("diff", file, "--exclude", "**::x");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("pulumi preview --json --show-sames", error, StringComparison.Ordinal);
    }

    private static List<string> Changes(string report)
    {
        using var document = JsonDocument.Parse(report);
        return [.. document.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetRawText())];
    }

    private async Task<(List<(string Urn, string Type, string Json)> Resources, string Error)> PreviewAsync(string stack, params string[] more)
    {
        var (code, _, error) = await DrctlRun.Of(
            ["preview", "-p", Repository.Shipped, "--stack", stack, "--format", "json", "--out", _folder, .. more]);
        Assert.Equal(ExitCodes.Clean, code);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, $"{stack}.json")));
        var resources = document.RootElement.GetProperty("deployment").GetProperty("resources").EnumerateArray();
        return ([.. resources.Select(resource =>
            (resource.GetProperty("urn").GetString()!, resource.GetProperty("type").GetString()!, resource.GetRawText()))], error);
    }
}
