using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

/// <summary>Exports written by the real CLI for a small program (its secret is <c>hunter2</c>).</summary>
public class RealExportTests
{
    [Theory]
    [InlineData("stack-export.json")]
    [InlineData("stack-export-show-secrets.json")]
    public void ARealExport_IsReadWhole(string file)
    {
        var graph = Read(file);

        Assert.Equal(("capture", "dev", false, 27), (graph.Project, graph.Stack, graph.Emulated, graph.Resources.Count));
        Assert.Equal(25, graph.Resources.Count(resource => resource.Custom && resource.Id is not null));
        Assert.Equal("pulumi:pulumi:Stack", graph.Resources[0].Type);
        var bucket = graph.Resources.Single(resource => resource.Name == "ledger-bucket");
        Assert.Equal("aws:s3/bucket:Bucket", bucket.Type);
        Assert.Equal(PropertyValue.Of("ledger"), ((MapValue)bucket.Inputs["tags"]!)["dr:workload"]);
        Assert.StartsWith("urn:pulumi:dev::capture::pulumi:providers:aws::", bucket.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AreRead()
    {
        var resources = Read("stack-export.json").Resources;

        Assert.Equal(2, resources.Count(resource => resource.Protect));
        Assert.Single(resources, resource => resource.RetainOnDelete);
        Assert.Equal(
            new ResourceTimeouts(Create: 7200, Delete: 1800), Assert.Single(resources, resource => resource.CustomTimeouts is not null).CustomTimeouts);
        Assert.Contains(resources, resource => resource.IgnoreChanges.Contains("globalClusterIdentifier"));
        Assert.Contains(resources, resource => resource.PropertyDependencies.Count > 0);
    }

    [Fact]
    public void AShownSecret_IsDecodedAndStaysSecret() =>
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("hunter2")), Read("stack-export-show-secrets.json").Resources[0].Outputs["password"]);

    [Fact]
    public void AnEncryptedSecret_IsAPlaceholder() =>
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("[secret]")), Read("stack-export.json").Resources[0].Outputs["password"]);

    [Fact]
    public void AnArchive_KeepsItsAssets()
    {
        var archive = Read("stack-export.json").Resources
            .SelectMany(resource => resource.Inputs.Values)
            .OfType<MarkedValue>()
            .Single(value => value.Kind == MarkedKind.Archive);

        var asset = Assert.IsType<MarkedValue>(((MapValue)archive.Content["assets"]!)["main.py"]);
        Assert.Equal(PropertyValue.Of("def handler(e, c):\n  return 1\n"), asset.Content["text"]);
    }

    [Fact]
    public void ReadAndWrittenAgain_NoSecretIsLeft()
    {
        var written = GraphFileTests.Write(Read("stack-export-show-secrets.json"));

        Assert.DoesNotContain("hunter2", written, StringComparison.Ordinal);
        Assert.Equal(written, GraphFileTests.Write(GraphFileTests.Read(written)));
    }

    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "engine-capture", file);

    private static ResourceGraph Read(string file) => GraphFile.Read(PathOf(file));
}
