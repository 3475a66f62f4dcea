using System.Text;
using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

public class GraphFileTests
{
    private const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    private const string ProviderUrn = "urn:pulumi:dev::shop::pulumi:providers:aws::west";
    private const string BucketUrn = "urn:pulumi:dev::shop::shop:data:Store$aws:s3/bucket:Bucket::a::b";

    [Fact]
    public void EveryField_SurvivesWritingAndReading()
    {
        var written = Sample();

        var read = Read(Write(written));

        Assert.Equal(("shop", "dev", true), (read.Project, read.Stack, read.Emulated));
        Assert.Equal(written.Resources.Count, read.Resources.Count);
        for (var i = 0; i < read.Resources.Count; i++)
        {
            AssertSame(written.Resources[i], read.Resources[i]);
        }
    }

    [Fact]
    public void WrittenTwice_SameBytesWhateverTheOrderOfKeys()
    {
        var one = new ResourceGraph("shop", "dev", [WithInputs(("b", PropertyValue.Of(1)), ("a", PropertyValue.Of(2)))], true);
        var two = new ResourceGraph("shop", "dev", [WithInputs(("a", PropertyValue.Of(2)), ("b", PropertyValue.Of(1)))], true);

        Assert.Equal(Write(one), Write(two));
        Assert.EndsWith("}\n", Write(one), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", Write(one), StringComparison.Ordinal);
    }

    [Fact]
    public void ASecret_IsWrittenAsPlaceholderOnly()
    {
        var text = Write(new ResourceGraph("shop", "dev", [WithInputs(("password", PropertyValue.Secret(PropertyValue.Of("hunter2"))))], true));

        using var json = JsonDocument.Parse(text);
        var secret = json.RootElement.GetProperty("deployment").GetProperty("resources")[0].GetProperty("inputs").GetProperty("password");
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Equal(["4dabf18193072939515e22adb298388d", "plaintext"], secret.EnumerateObject().Select(member => member.Name));
        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", secret.GetProperty("4dabf18193072939515e22adb298388d").GetString());
        Assert.Equal("\"[secret]\"", secret.GetProperty("plaintext").GetString());
    }

    [Fact]
    public void ASecret_IsNotShownByToString() =>
        Assert.DoesNotContain("hunter2", $"{new MarkedValue(MarkedKind.Asset, MapValue.Of([new("text", PropertyValue.Secret(PropertyValue.Of("hunter2")))]))}"
            + PropertyValue.Secret(PropertyValue.Of("hunter2")), StringComparison.Ordinal);

    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(-7.0, "-7")]
    [InlineData(-0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(9007199254740992.0, "9007199254740992")]
    [InlineData(1e21, "1E+21")]
    public void ANumber_IsWrittenShort(double number, string text) => Assert.Equal(text, JsonPropertyText.ToJson(PropertyValue.Of(number)));

    [Fact]
    public void UnsetFields_AreNotWritten()
    {
        using var json = JsonDocument.Parse(
            Write(new ResourceGraph("shop", "dev", [new GraphResource { Urn = StackUrn, Type = "pulumi:pulumi:Stack", Name = "shop-dev" }], true)));

        var names = json.RootElement.GetProperty("deployment").GetProperty("resources")[0].EnumerateObject().Select(member => member.Name);
        Assert.Equal(["urn", "custom", "type"], names);
    }

    [Fact]
    public void TheManifest_SaysEmulatedAndHoldsNoClock()
    {
        using var json = JsonDocument.Parse(Write(Sample()));

        var deployment = json.RootElement.GetProperty("deployment");
        Assert.Equal(3, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("drctl", deployment.GetProperty("manifest").GetProperty("version").GetString());
        Assert.False(deployment.GetProperty("manifest").TryGetProperty("time", out _));
        Assert.True(deployment.GetProperty("metadata").GetProperty("emulated").GetBoolean());
    }

    [Fact]
    public void HalfASurrogatePair_IsReplacedAndNotRefused()
    {
        var graph = new ResourceGraph("shop", "dev", [WithInputs(("text", PropertyValue.Of("a\uD800b")), ("pair", PropertyValue.Of("\U0001F600")))], true);

        var read = Read(Write(graph)).Resources[0].Inputs;

        Assert.Equal(PropertyValue.Of("a\uFFFDb"), read["text"]);
        Assert.Equal(PropertyValue.Of("\U0001F600"), read["pair"]);
    }

    [Fact]
    public void ALargeGraph_IsStreamed()
    {
        var tags = MapValue.Of([new("dr:workload", PropertyValue.Of("ledger")), new("dr:tier", PropertyValue.Of("gold"))]);
        var resources = Enumerable.Range(0, 20_000).Select(i => new GraphResource
        {
            Urn = $"urn:pulumi:dev::shop::aws:s3/bucket:Bucket::b{i}",
            Type = "aws:s3/bucket:Bucket",
            Name = $"b{i}",
            Custom = true,
            Id = $"b{i}",
            Inputs = MapValue.Of([new("tags", tags)]),
        }).ToArray();
        using var sink = new CountingStream();

        GraphFile.Write(new ResourceGraph("shop", "dev", resources, true), sink);

        Assert.True(sink.Total > 4_000_000, $"{sink.Total} bytes");
        Assert.InRange(sink.LargestWrite, 1, 512 * 1024);
    }

    internal static string Write(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFile.Write(graph, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static ResourceGraph Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return GraphFile.Read(stream, "test.json");
    }

    private static void AssertSame(GraphResource expected, GraphResource actual)
    {
        Assert.Equal(expected.Inputs, actual.Inputs);
        Assert.Equal(expected.Outputs, actual.Outputs);
        Assert.Equal(expected.Dependencies, actual.Dependencies);
        Assert.Equal(expected.PropertyDependencies, actual.PropertyDependencies);
        Assert.Equal(expected.IgnoreChanges, actual.IgnoreChanges);
        Assert.Equal(expected.ReplaceOnChanges, actual.ReplaceOnChanges);
        Assert.Equal(expected.AdditionalSecretOutputs, actual.AdditionalSecretOutputs);
        Assert.Equal(expected.Aliases, actual.Aliases);
        Assert.Equal(
            (expected.Urn, expected.Type, expected.Name, expected.Custom, expected.Id, expected.Parent, expected.Provider),
            (actual.Urn, actual.Type, actual.Name, actual.Custom, actual.Id, actual.Parent, actual.Provider));
        Assert.Equal(
            (expected.Protect, expected.RetainOnDelete, expected.DeleteBeforeReplace, expected.CustomTimeouts),
            (actual.Protect, actual.RetainOnDelete, actual.DeleteBeforeReplace, actual.CustomTimeouts));
    }

    private static GraphResource WithInputs(params (string Key, PropertyValue Value)[] inputs) => new()
    {
        Urn = BucketUrn,
        Type = "aws:s3/bucket:Bucket",
        Name = "a::b",
        Custom = true,
        Inputs = MapValue.Of(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value))),
    };

    private static ResourceGraph Sample() => new("shop", "dev",
    [
        new GraphResource { Urn = StackUrn, Type = "pulumi:pulumi:Stack", Name = "shop-dev" },
        new GraphResource { Urn = ProviderUrn, Type = "pulumi:providers:aws", Name = "west", Custom = true, Id = "p1", Parent = StackUrn },
        WithInputs(
            ("nothing", PropertyValue.Null),
            ("flag", PropertyValue.Of(true)),
            ("number", PropertyValue.Of(0.25)),
            ("list", ListValue.Of([PropertyValue.Of("x"), PropertyValue.Unknown, ListValue.Empty, MapValue.Empty])),
            ("secret", PropertyValue.Secret(PropertyValue.Of(SecretValue.Placeholder))),
            ("code", new MarkedValue(MarkedKind.Archive, MapValue.Of(
                [new("assets", MapValue.Of([new("main.py", new MarkedValue(MarkedKind.Asset, MapValue.Of([new("text", PropertyValue.Of("x = 1"))])))]))]))),
            ("key", new MarkedValue(MarkedKind.Resource, MapValue.Of([new("urn", PropertyValue.Of(ProviderUrn)), new("id", PropertyValue.Of(""))]))))
        with
        {
            Id = "bucket-1",
            Parent = StackUrn,
            Provider = $"{ProviderUrn}::p1",
            Outputs = MapValue.Of([new("arn", PropertyValue.Of("arn:aws:s3:::bucket-1"))]),
            Dependencies = [ProviderUrn],
            PropertyDependencies = DependencyMap.Of([new("number", [ProviderUrn]), new("flag", [StackUrn, ProviderUrn])]),
            Protect = true,
            RetainOnDelete = true,
            IgnoreChanges = ["tags"],
            ReplaceOnChanges = ["bucket"],
            DeleteBeforeReplace = false,
            AdditionalSecretOutputs = ["policy"],
            CustomTimeouts = new ResourceTimeouts(Create: 7200, Delete: 0.5),
            Aliases = ["urn:pulumi:dev::shop::aws:s3/bucket:Bucket::old"],
        },
    ], true);

    private sealed class CountingStream : MemoryStream
    {
        public long Total { get; private set; }

        public int LargestWrite { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Note(count);

        public override void Write(ReadOnlySpan<byte> buffer) => Note(buffer.Length);

        public override void WriteByte(byte value) => Note(1);

        private void Note(int count)
        {
            Total += count;
            LargestWrite = Math.Max(LargestWrite, count);
        }
    }
}
