using DrInfra.Drctl.Recording;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Recording;

public class StackPreviewTests
{
    [Fact]
    public async Task WrongSettings_AreTheUsersErrorWithEveryProblem()
    {
        var configuration = new StackConfiguration("shop", "dev", new Dictionary<string, string> { ["shop:role"] = "main", ["shop:sizing"] = "huge" });

        var exception = await Assert.ThrowsAsync<ProblemsException>(() => StackPreview.RunAsync(configuration));

        Assert.Contains(exception.Problems, problem => problem.Where!.Key == "shop:role" && problem.Got!.Contains("main", StringComparison.Ordinal));
        Assert.Contains(exception.Problems, problem => problem.Where!.Key == "shop:sizing");
    }

    [Fact]
    public async Task AStack_IsPreviewedWithItsSettings()
    {
        var configuration = new StackConfiguration("shop", "dev", new Dictionary<string, string>
        {
            ["shop:role"] = "primary",
            ["shop:owner"] = "team",
            ["shop:environment"] = "test",
            ["shop:accountId"] = "123456789012",
            ["shop:regions"] = """{"primary":"eu-west-1","standby":"eu-central-1"}""",
            ["shop:network"] = """{"primary":{"range":"10.0.0.0/16"},"standby":{"range":"10.1.0.0/16"}}""",
            ["shop:workloads"] =
                """[{"name":"lake","owner":"team","tier":"internal","stores":[{"name":"raw","kind":"bucket","sizeGb":1,"changeGbPerDay":1}]}]""",
        });

        var result = await StackPreview.RunAsync(configuration);

        Assert.Equal(StackRole.Primary, result.Settings.Role);
        Assert.Empty(result.NotEmulated);
        Assert.Equal(("shop", "dev", true), (result.Graph.Project, result.Graph.Stack, result.Graph.Emulated));
        Assert.Equal("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", result.Graph.Resources[0].Urn);
        Assert.Contains(result.Graph.Resources, resource => resource.Type == "aws:s3/bucket:Bucket");
        Assert.All(result.Graph.Resources.Where(resource => resource.Custom), resource => Assert.NotNull(resource.Id));
    }
}
