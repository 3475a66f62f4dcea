using DrInfra.Policies.Hosting;

namespace DrInfra.Tests.Hosting;

public sealed class PackFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("drinfra");

    public PackFolderTests()
    {
        foreach (var folder in new[] { "project/infra", "project/policies", "project/artifacts/bin/policies/debug", "elsewhere", "packs/mine" })
        {
            _root.CreateSubdirectory(folder);
        }

        File.WriteAllText(At("project/policies/PulumiPolicy.yaml"), "runtime: dotnet");
        File.WriteAllText(At("packs/mine/PulumiPolicy.yaml"), "runtime: dotnet");
    }

    [Theory]
    [InlineData("policies", "project/infra", "the user stands in the project, the pack in the program's folder")]
    [InlineData("../policies", "project/infra", "the user stands in the program's folder")]
    [InlineData(null, "project/infra", "the engine tells nothing")]
    [InlineData("gone", "elsewhere", "the engine tells a folder that is not there")]
    public void Told_FindsThePack(string? told, string workingDirectory, string situation)
    {
        var found = PackFolder.Find(told, At(workingDirectory), At("project/artifacts/bin/policies/debug"));
        Assert.True(found == At("project/policies"), $"{situation}: {found}");
    }

    [Fact]
    public void ToldAnAbsoluteFolder_TakesIt() =>
        Assert.Equal(At("packs/mine"), PackFolder.Find(At("packs/mine"), At("project/infra"), At("project/artifacts/bin/policies/debug")));

    [Fact]
    public void NoPackAnywhere_None() => Assert.Null(PackFolder.Find("policies", At("elsewhere"), At("elsewhere")));

    public void Dispose() => _root.Delete(recursive: true);

    private string At(string path) => Path.Combine(_root.FullName, path.Replace('/', Path.DirectorySeparatorChar));
}
