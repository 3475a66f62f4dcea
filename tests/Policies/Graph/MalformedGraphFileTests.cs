using System.Text;
using DrInfra.Policies.Graph;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Policies.Graph;

public class MalformedGraphFileTests
{
    private const string Urn = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b";

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n", "empty")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{} {}", "more than one JSON document")]
    [InlineData("warning: a new version\n{}", "has other text before the JSON")]
    [InlineData("""{"resourcePlans":{}}""", "a saved plan")]
    [InlineData("""{"sequence":0}""", "a log of engine events")]
    [InlineData("{\"sequence\":0}\n{\"sequence\":1}\n", "one on each line: a log of engine events")]
    [InlineData("""{"version":3,"checkpoint":{"latest":[]}}""", "`deployment` must be an object")]
    [InlineData("""{"version":3}""", "`deployment`")]
    [InlineData("""{"steps":[]}""", "no step")]
    [InlineData("""{"steps":[{"op":"same"}]}""", "`op` and `urn`")]
    [InlineData("""{"version":3,"deployment":[]}""", "`deployment` must be an object")]
    [InlineData("""{"version":2,"deployment":{"resources":[]}}""", "(got 2)")]
    [InlineData("""{"deployment":{}}""", "(got none)")]
    [InlineData("""{"version":3,"deployment":{"resources":{}}}""", "`deployment.resources` must be a list")]
    [InlineData("""{"version":3,"deployment":{"resources":[1]}}""", "resource 1")]
    [InlineData("""{"version":3,"deployment":{"resources":[{"type":"a:b:C"}]}}""", "no `urn`")]
    [InlineData("""{"version":3,"deployment":{"resources":[{"urn":"b","type":"a:b:C"}]}}""", "urn:pulumi:STACK")]
    public void ABrokenFile_SaysWhatIsWrong(string text, string expected)
    {
        var exception = Assert.Throws<GraphFileException>(() => GraphFileTests.Read(text));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("test.json, line ", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Cure);
    }

    [Theory]
    [InlineData("\"inputs\":[]", "`inputs` must be an object")]
    [InlineData("\"inputs\":{\"a\":1e999}", "too large")]
    [InlineData("\"inputs\":{\"a\":\"\\ud800\"}", "UTF-8")]
    [InlineData("\"id\":7", "`id` must be a string")]
    [InlineData("\"custom\":\"yes\"", "`custom` must be true or false")]
    [InlineData("\"dependencies\":[null]", "`dependencies` must be a string")]
    [InlineData("\"propertyDependencies\":{\"a\":\"b\"}", "`propertyDependencies.a` must be a list")]
    [InlineData("\"customTimeouts\":{\"create\":\"1h\"}", "`create` must be a number")]
    [InlineData("\"outputs\":{\"p\":{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\"}}", "secret has none")]
    [InlineData(
        "\"outputs\":{\"p\":{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"plaintext\":\"hunter2\"}}", "does not contain JSON")]
    public void ABrokenField_NamesTheResource(string field, string expected)
    {
        var exception = Assert.Throws<GraphFileException>(() => GraphFileTests.Read(
            "{\"version\":3,\n\"deployment\":{\"resources\":[\n{\"urn\":\"" + Urn + "\",\"type\":\"aws:s3/bucket:Bucket\"," + field + "}]}}"));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains("line 3, resource 1 (aws:s3/bucket:Bucket b)", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameUrnTwice_IsRefused()
    {
        var resource = $$"""{"urn":"{{Urn}}","type":"aws:s3/bucket:Bucket"}""";

        var exception = Assert.Throws<GraphFileException>(
            () => GraphFileTests.Read($$$"""{"version":3,"deployment":{"resources":[{{{resource}}},{{{resource}}}]}}"""));

        Assert.Equal(Urn, exception.Got);
    }

    [Fact]
    public void AReplacedResourceWaitingForDeletion_IsLeftOut()
    {
        var graph = GraphFileTests.Read(
            $$$"""
            {"version":3,"deployment":{"resources":[
            {"urn":"{{{Urn}}}","type":"aws:s3/bucket:Bucket","id":"new"},
            {"urn":"{{{Urn}}}","type":"aws:s3/bucket:Bucket","id":"old","delete":true}]}}
            """);

        Assert.Equal("new", Assert.Single(graph.Resources).Id);
    }

    [Theory]
    [InlineData("""{"version":3,"deployment":{"manifest":{}}}""")]
    [InlineData("""{"version":3,"deployment":{"resources":null}}""")]
    public void AStackWithoutResources_IsAnEmptyGraph(string text) => Assert.Empty(GraphFileTests.Read(text).Resources);

    [Fact]
    public void AByteOrderMark_IsSkippedAndUtf16Refused()
    {
        const string Text = """{"version":3,"deployment":{}}""";
        using var marked = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)]);
        using var wide = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)]);

        Assert.Empty(GraphFile.Read(marked, "a.json").Resources);
        Assert.Contains("UTF-16", Assert.Throws<GraphFileException>(() => GraphFile.Read(wide, "a.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFile_IsAKindError() =>
        Assert.Contains("File not found", Assert.Throws<GraphFileException>(() => GraphFile.Read("does-not-exist.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void DeeplyNestedJson_IsRefusedWithoutOverflow()
    {
        var nested = new string('[', 100_000);

        Assert.Throws<GraphFileException>(() => GraphFileTests.Read(
            $$"""{"version":3,"deployment":{"resources":[{"urn":"{{Urn}}","type":"a:b:C","inputs":{"a":{{nested}}"""));
    }

    [Theory]
    [InlineData("stack-export.json")]
    [InlineData("stack-export-show-secrets.json")]
    [InlineData("preview-changed-stack.json")]
    public void ADamagedExport_IsReadOrRefusedKindly(string file)
    {
        var original = File.ReadAllBytes(RealExportTests.PathOf(file));
        var damage = from position in Gen.Choose(0, original.Length - 1)
                     from value in Gen.Elements((byte)'"', (byte)'{', (byte)'}', (byte)'[', (byte)']', (byte)',', (byte)'0', (byte)'\\', (byte)0xFF, (byte)0)
                     from cut in Gen.Elements(false, false, true)
                     select (position, value, cut);

        var property = FsCheck.Fluent.Prop.ForAll(damage.ToArbitrary(), change =>
        {
            var bytes = change.cut ? original[..change.position] : (byte[])original.Clone();
            if (!change.cut)
            {
                bytes[change.position] = change.value;
            }

            using var stream = new MemoryStream(bytes);
            try
            {
                return GraphFile.Read(stream, file).Resources.Count <= 27 && (!change.cut || original.AsSpan(change.position).Trim("\n"u8).IsEmpty);
            }
            catch (GraphFileException exception)
            {
                return exception.Message.StartsWith(file, StringComparison.Ordinal) && !exception.ToString().Contains("hunter2", StringComparison.Ordinal);
            }
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600).WithReplay(7, 13), property);
    }
}
