using System.Net;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>What a server of gRPC owes its callers, malformed requests included.</summary>
public sealed class ProtocolTests(RunningPack running) : IClassFixture<RunningPack>
{
    private const int InvalidArgument = 3;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;

    private readonly PackProcess _pack = running.Pack;

    [Theory]
    [InlineData("/pulumirpc.Analyzer/Nonsense")]
    [InlineData("/pulumirpc.ResourceProvider/Check")]
    [InlineData("/")]
    public async Task UnknownMethod_Unimplemented(string path) =>
        Assert.Equal(Unimplemented, (await _pack.Client.PostAsync(path, new ByteArrayContent(GrpcClient.Frame([])))).Status);

    [Theory]
    [InlineData("", "nothing at all")]
    [InlineData("000000", "half a prefix")]
    [InlineData("0000000005", "a message that is missing")]
    [InlineData("00000000050A01", "a message cut short")]
    [InlineData("0000000000FF", "more than one message")]
    [InlineData("0000000002FFFF", "a tag without end")]
    [InlineData("00000000020A7F", "a field longer than the message")]
    [InlineData("000000000107", "a wire type that does not exist")]
    [InlineData("0000000002020A", "field zero")]
    [InlineData("0200000000", "a flag that does not exist")]
    public async Task MalformedRequest_InvalidArgument(string bytes, string what)
    {
        foreach (var method in new[] { "Analyze", "AnalyzeStack", "Configure" })
        {
            var reply = await _pack.Client.PostAsync($"/pulumirpc.Analyzer/{method}", new ByteArrayContent(Convert.FromHexString(bytes)));
            Assert.True(reply.Status == InvalidArgument, $"{method}, {what}: {reply.Status} {reply.Message}");
        }

        await AssertStillServesAsync();
    }

    [Fact]
    public async Task MalformedResourceInsideAStack_InvalidArgument()
    {
        var stack = new AnalyzeStackRequest { Resources = { Messages.Resource(Messages.Table, "orders", "{}") } }.ToByteArray();
        byte[] request = [.. stack, 0x0A, 0x02, 0x0A, 0x7F];
        Assert.Equal(InvalidArgument, (await _pack.Client.CallAsync("AnalyzeStack", request)).Status);
    }

    [Fact]
    public async Task FieldsThatNobodyKnows_PassedOver()
    {
        // Field 15 as a number, as eight bytes, as text and as four bytes, around an empty resource.
        var request = Convert.FromHexString("7801" + "790102030405060708" + "7A0141" + "0A00" + "7D01020304");
        Assert.Equal(0, (await _pack.Client.CallAsync("AnalyzeStack", request)).Status);
    }

    [Fact]
    public async Task Compressed_UnimplementedWithWhatIsAccepted()
    {
        var reply = await _pack.Client.PostAsync("/pulumirpc.Analyzer/Analyze", new ByteArrayContent([1, 0, 0, 0, 1, 0]));
        Assert.Equal(Unimplemented, reply.Status);
        Assert.Equal("identity", reply.Headers["grpc-accept-encoding"]);
    }

    [Fact]
    public async Task LongerThanTheLongest_ResourceExhausted()
    {
        // 400 MiB and one byte, of which only the beginning is ever sent.
        var reply = await _pack.Client.PostAsync("/pulumirpc.Analyzer/AnalyzeStack", new ByteArrayContent([0, 0x19, 0, 0, 1, 0]));
        Assert.Equal(ResourceExhausted, reply.Status);
        await AssertStillServesAsync();
    }

    [Fact]
    public async Task NotGrpc_UnsupportedMediaType()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{_pack.Stdout.Trim()}/pulumirpc.Analyzer/Analyze")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("{}"),
        };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("""{"a":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","nothing":"hunter2"}}""")]
    [InlineData("""{"a":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"hunter2"}}""")]
    public async Task MalformedSecret_InvalidArgumentThatQuotesNothing(string properties)
    {
        var reply = await _pack.Client.CallAsync("Analyze", Messages.Alone(Messages.Resource(Messages.Table, "orders", properties)));
        Assert.Equal(InvalidArgument, reply.Status);
        Assert.DoesNotContain("hunter2", reply.Message + _pack.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberThatIsNone_InvalidArgument()
    {
        var resource = Messages.Resource(Messages.Table, "orders", "{}");
        resource.Properties.Fields["readCapacity"] = Value.ForNumber(double.NaN);
        Assert.Equal(InvalidArgument, (await _pack.Client.CallAsync("Analyze", Messages.Alone(resource))).Status);
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(500, InvalidArgument)]
    public async Task DeepProperties_ReadAsFarAsTheStackGoes(int levels, int status)
    {
        var value = Value.ForString("end");
        for (var i = 0; i < levels; i++)
        {
            value = Value.ForStruct(new Struct { Fields = { ["properties"] = value } });
        }

        var resource = Messages.Resource("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition", "deep", "{}");
        resource.Properties.Fields["spec"] = value;
        Assert.Equal(status, (await _pack.Client.CallAsync("Analyze", resource)).Status);
        await AssertStillServesAsync();
    }

    [Fact]
    public async Task ManyCallsAtOnce_EachGetsItsOwnReply()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var request = Messages.Alone(Messages.Resource(Messages.Table, $"table-{i}", "{}"));
            var reply = await _pack.Client.CallAsync("Analyze", request, AnalyzeResponse.Parser);
            Assert.All(reply.Diagnostics, diagnostic => Assert.Equal(request.Urn, diagnostic.Urn));
            Assert.Contains(reply.Diagnostics, diagnostic => diagnostic.PolicyName == "deletion-protection-is-on");
        }));
    }

    private async Task AssertStillServesAsync() => Assert.Equal(0, (await _pack.Client.CallAsync("GetPluginInfo", new Empty())).Status);
}
