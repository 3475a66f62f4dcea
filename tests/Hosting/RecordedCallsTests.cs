using System.Text.Json.Nodes;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>Everything that the real engine was heard saying is understood and answered.</summary>
public sealed class RecordedCallsTests
{
    private const string Secret = "hunter2";

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));

    public static TheoryData<string> Recordings => ["preview-new-stack", "up-new-stack", "preview-changed-stack", "policy-analyze-file"];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void RecordedRequest_ReadsAsTheEngineMeantIt(string recording)
    {
        foreach (var call in RecordedCall.Read(recording))
        {
            var read = Parser(call.Method).ParseFrom(call.Request);
            Assert.True(JsonNode.DeepEquals(call.Json, JsonNode.Parse(Json.Format(read))), $"{call.Method} reads as {Json.Format(read)}");
        }
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task RecordedRun_IsAnsweredWithoutErrorAndTellsNoSecret(string recording)
    {
        // An update starts the pack twice.
        foreach (var run in Runs(RecordedCall.Read(recording)))
        {
            await using var pack = await PackProcess.StartAsync();
            foreach (var call in run)
            {
                var reply = await pack.Client.CallAsync(call.Method, call.Request);
                Assert.True(reply.Status == 0, $"{call.Method}: {reply.Status} {reply.Message}");
                Assert.DoesNotContain(Secret, System.Text.Encoding.UTF8.GetString(reply.Body), StringComparison.Ordinal);
            }

            Assert.Equal(0, await pack.ExitAsync());
            Assert.Matches("^[0-9]+\n$", pack.Stdout);
            Assert.DoesNotContain(Secret, pack.Stderr, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("preview-new-stack")]
    [InlineData("policy-analyze-file")]
    public async Task ResourcesInAnotherOrder_SameBytes(string recording)
    {
        var run = RecordedCall.Read(recording);
        await using var pack = await PackServer.StartAsync();
        foreach (var call in run.TakeWhile(call => call.Method != "AnalyzeStack"))
        {
            await pack.Client.CallAsync(call.Method, call.Request);
        }

        var stack = AnalyzeStackRequest.Parser.ParseFrom(run.Single(call => call.Method == "AnalyzeStack").Request);
        var first = (await pack.Client.CallAsync("AnalyzeStack", stack)).Body;
        Assert.NotEmpty(first);
        for (var seed = 0; seed < 5; seed++)
        {
            AnalyzerResource[] shuffled = [.. stack.Resources];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(first, (await pack.Client.CallAsync("AnalyzeStack", new AnalyzeStackRequest { Resources = { shuffled } })).Body);
        }
    }

    private static IEnumerable<IReadOnlyList<RecordedCall>> Runs(IReadOnlyList<RecordedCall> calls)
    {
        var run = new List<RecordedCall>();
        foreach (var call in calls)
        {
            run.Add(call);
            if (call.Method == "Cancel")
            {
                yield return run;
                run = [];
            }
        }

        Assert.Empty(run);
    }

    private static MessageParser Parser(string method) => method switch
    {
        "Handshake" => AnalyzerHandshakeRequest.Parser,
        "ConfigureStack" => AnalyzerStackConfigureRequest.Parser,
        "Configure" => ConfigureAnalyzerRequest.Parser,
        "Analyze" or "Remediate" => AnalyzeRequest.Parser,
        "AnalyzeStack" => AnalyzeStackRequest.Parser,
        "GetPluginInfo" or "GetAnalyzerInfo" or "Cancel" => Empty.Parser,
        _ => throw new InvalidOperationException($"the recording has a call {method}"),
    };
}
