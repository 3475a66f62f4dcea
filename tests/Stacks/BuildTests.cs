using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace DrInfra.Tests.Stacks;

/// <summary>What the build leaves for the Pulumi CLI.</summary>
public class BuildTests
{
    // artifacts/{core}-{providers}/bin/Stacks.Tests/{configuration}
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static readonly ConcurrentDictionary<(string Project, string Choice), string> Asked = new();

    private static DirectoryInfo Choice => Own.Parent!.Parent!.Parent!;

    [Theory]
    [InlineData("policies", "DrInfra.Policies.dll")]
    [InlineData("infra", "infra.dll")]
    public void OutputPath_IsRelativeToTheProjectsFolder(string project, string program)
    {
        var path = OutputPath(project, Choice.Name);

        Assert.False(Path.IsPathRooted(path), path);
        Assert.True(File.Exists(Path.Combine(Repository.Root, project, path, program)), path);
    }

    [Theory]
    [InlineData("policies")]
    [InlineData("infra")]
    public void OutputPath_IsAnotherForEachChoiceOfPackages(string project)
    {
        string[] choices = ["offline-offline", "nuget-offline", "nuget-nuget"];

        var paths = choices.Select(choice => OutputPath(project, choice));

        Assert.Equal(
            choices.Select(choice => Path.Combine(Repository.Root, "artifacts", choice, "bin", project)),
            paths.Select(path => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Repository.Root, project, path).TrimEnd('/', '\\')))));
    }

    /// <summary>The Pulumi SDK has a Google.Protobuf of its own, 3.27.3, for deeply nested values; a package with a newer one would take its place.</summary>
    [Theory]
    [InlineData("policies")]
    [InlineData("infra")]
    [InlineData("drctl")]
    public void Protobuf_IsOlderThanTheSdksOwn(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Choice.FullName, "obj", project, "project.assets.json")));

        var versions = Protobufs(assets).ToArray();

        Assert.All(versions, version => Assert.True(version <= new Version(3, 27, 0), $"Google.Protobuf {version}"));
        Assert.True(versions.Length == 1 || project == "infra", $"{project} has {versions.Length} versions of Google.Protobuf");
    }

    private static IEnumerable<Version> Protobufs(JsonDocument assets) => assets.RootElement.GetProperty("libraries").EnumerateObject()
        .Select(library => library.Name.Split('/'))
        .Where(library => library[0] == "Google.Protobuf")
        .Select(library => Version.Parse(library[1]));

    private static string OutputPath(string project, string choice) => Asked.GetOrAdd((project, choice), static of => Ask(of.Project, of.Choice));

    private static string Ask(string project, string choice)
    {
        var (core, providers) = choice.Split('-') is [var first, var second] ? (first, second) : throw new ArgumentException(choice, nameof(choice));
        var start = new ProcessStartInfo(
            "dotnet",
            ["msbuild", project, "-getProperty:OutputPath", $"-p:Configuration={Own.Name}", $"-p:PulumiSdk={core}", $"-p:PulumiProviders={providers}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        var path = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, path);
        return path;
    }
}
