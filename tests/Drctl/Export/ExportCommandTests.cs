using System.Text.Json;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Export;

/// <summary>The command as it is typed, on the shipped stacks.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Export_WritesARootModulePerStackThatIsTheSameTwice()
    {
        var (code, output, _) = await RunAsync("export", "terraform", "-p", Repository.Shipped, "--stack", "dev", "--stack", "dr", "--out", _folder);
        var first = Files();
        await RunAsync("export", "terraform", "-p", Repository.Shipped, "--out", _folder);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Matches(@"dev: \d+ resources of \d+ types, \d+ references, in ", output);
        Assert.Contains("left out: 4 aws:arcregionswitch/plan:Plan (not in hashicorp/aws 5.100.0)", output, StringComparison.Ordinal);
        Assert.Equal(
            ["dev/left-out.json", "dev/main.tf.json", "dev/placeholders.tfvars.json", "dr/left-out.json", "dr/main.tf.json", "dr/placeholders.tfvars.json"],
            first.Keys);
        Assert.Equal(first, Files());
        using var placeholders = JsonDocument.Parse(first["dev/placeholders.tfvars.json"]);
        using var main = JsonDocument.Parse(first["dev/main.tf.json"]);
        Assert.Equal(
            main.RootElement.GetProperty("variable").EnumerateObject().Select(variable => variable.Name),
            placeholders.RootElement.EnumerateObject().Select(placeholder => placeholder.Name));
    }

    /// <summary>An id that the emulated cloud invented would be a wrong one anywhere: each must have become a reference.</summary>
    [Fact]
    public async Task InventedIds_AreReferences()
    {
        await RunAsync("export", "terraform", "-p", Repository.Shipped, "--out", _folder);

        foreach (var stack in new[] { "dev", "dr" })
        {
            Assert.DoesNotMatch("\"(sg|subnet|vpc|vpce|rtb|igw|nat|eipalloc|lt)-[0-9a-f]{8,}\"", Files()[$"{stack}/main.tf.json"]);
            Assert.DoesNotMatch(":key/[0-9a-f]{8}-|:secret:[a-z-]+-[A-Za-z]{6}\"|:loadbalancer/net/|:targetgroup/[a-z]", Files()[$"{stack}/main.tf.json"]);
        }
    }

    [Theory]
    [InlineData("--out is missing", "export", "terraform", "--stack", "dev")]
    [InlineData("unknown stack", "export", "terraform", "--stack", "nowhere", "--out", "{folder}")]
    [InlineData("a setting is wrong", "export", "terraform", "-c", "sizing=huge", "--out", "{folder}")]
    public async Task WhatCannotBeUsed_EndsWithTwoAndWritesNothing(string situation, params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments.Select(argument => argument == "{folder}" ? _folder : argument), "-p", Repository.Shipped]);

        Assert.True(code == ExitCodes.BadInput, situation);
        Assert.Empty(output);
        Assert.StartsWith("drctl: ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_LeavesWhatWasThere()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "dev"));
        File.WriteAllText(Path.Combine(_folder, "dev", "main.tf.json"), "before");
        File.WriteAllText(Path.Combine(_folder, "dr"), "a file where a folder should be");

        var (code, _, error) = await RunAsync("export", "terraform", "-p", Repository.Shipped, "--out", _folder);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(Path.Combine(_folder, "dev", "main.tf.json")));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "dev")));
    }

    private SortedDictionary<string, string> Files() => new(
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(arguments);
}
