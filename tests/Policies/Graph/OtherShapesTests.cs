using System.IO.Compression;
using System.Text;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

/// <summary>Stacks as a bucket or folder keeps them, compressed or not, and what their files say beside the resources.</summary>
public class OtherShapesTests
{
    private const string Stack = """{"urn":"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev","type":"pulumi:pulumi:Stack"}""";
    private const string Bucket =
        """{"urn":"urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b","custom":true,"type":"aws:s3/bucket:Bucket","id":"b","inputs":{"bucket":"b"}}""";

    [Fact]
    public void StateFile_IsReadLikeTheExport()
    {
        var export = GraphFileTests.Read($$$"""{"version":3,"deployment":{"resources":[{{{Stack}}},{{{Bucket}}}]}}""");
        var state = GraphFileTests.Read(
            $$$"""{"version":3,"checkpoint":{"stack":"organization/shop/dev","latest":{"resources":[{{{Stack}}},{{{Bucket}}}] } } }""");

        Assert.Equal(export.Resources.Select(resource => (resource.Urn, resource.Id)), state.Resources.Select(resource => (resource.Urn, resource.Id)));
        Assert.Equal(("shop", "dev"), (state.Project, state.Stack));
    }

    [Fact]
    public void StateFileOfAnEmptyStack_HasNoResources() =>
        Assert.Empty(GraphFileTests.Read("""{"version":3,"checkpoint":{"stack":"dev","latest":null}}""").Resources);

    [Fact]
    public void CompressedFile_IsReadWhereItsNameSaysSo_ElseNamed()
    {
        var folder = Directory.CreateTempSubdirectory("drinfra");
        try
        {
            var named = Path.Combine(folder.FullName, "dev.json.gz");
            using (var file = new GZipStream(File.Create(named), CompressionMode.Compress))
            {
                file.Write(Encoding.UTF8.GetBytes($$$"""{"version":3,"deployment":{"resources":[{{{Stack}}},{{{Bucket}}}]}}"""));
            }

            var hidden = Path.Combine(folder.FullName, "dev.json");
            File.Copy(named, hidden);
            var plain = Path.Combine(folder.FullName, "plain.json.gz");
            File.WriteAllText(plain, "{}");

            Assert.Equal(2, GraphFile.Read(named).Resources.Count);
            Assert.Contains(
                "compressed with gzip, but its name does not end in .gz", Assert.Throws<GraphFileException>(() => GraphFile.Read(hidden)).Message,
                StringComparison.Ordinal);
            Assert.Contains("but the file is not compressed with gzip", Assert.Throws<GraphFileException>(() => GraphFile.Read(plain)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void InterruptedOperationsAndPendingDeletions_AreNoted()
    {
        var graph = GraphFileTests.Read($$$"""
            {"version":3,"deployment":{"resources":[{{{Stack}}},{{{Bucket.Change("\"custom\"", "\"delete\":true,\"custom\"")}}}],
             "pending_operations":[{"resource":{{{Bucket}}},"type":"creating"}]}}
            """);

        Assert.Equal(
            [
                "dev: aws:s3/bucket:Bucket b will be deleted by the next update, and is not judged",
                "dev: the engine was interrupted while creating aws:s3/bucket:Bucket b, and the result is unknown: run `pulumi refresh` and export the "
                    + "stack again",
            ],
            graph.Notes);
    }
}
