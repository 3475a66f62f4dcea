using DrInfra.Policies.Hosting.Protos;

namespace DrInfra.Tests.Hosting;

/// <summary>
/// The first preview of the shipped stacks as the engine told it, with every ARN, id and name of another resource passed on as an output:
/// unknown, and of a property's dependencies only the top-level property is told.
/// </summary>
public sealed class OwnFirstPreviewTests
{
    [Theory]
    // It was recorded when a plan had its triggers from the start, each with one condition: that is what the rules find, and no more.
    [InlineData("first-preview-outputs.dev", "armed-plan-was-drilled", "trigger-is-seen-from-two-regions")]
    [InlineData("first-preview-outputs.dr")]
    public async Task FirstPreviewWithOutputs_HasNoMandatoryFindingButOfItsTriggers(string recording, params string[] ofTriggers)
    {
        await using var pack = await PackServer.StartAsync();
        var folder = Path.Combine(Repository.Shipped, "policies");
        var mandatory = new List<string>();
        var judged = 0;
        foreach (var call in RecordedCall.ReadCompressed(recording).TakeWhile(call => call.Method != "Cancel"))
        {
            var request = call.Request;
            if (call.Method == "Handshake")
            {
                var told = AnalyzerHandshakeRequest.Parser.ParseFrom(request);
                told.RootDirectory = folder;
                told.ProgramDirectory = folder;
                request = Google.Protobuf.MessageExtensions.ToByteArray(told);
            }

            var reply = await pack.Client.CallAsync(call.Method, request);
            Assert.True(reply.Status == 0, $"{call.Method}: {reply.Status} {reply.Message}");
            if (call.Method is "Analyze" or "AnalyzeStack")
            {
                judged++;
                mandatory.AddRange(AnalyzeResponse.Parser.ParseFrom(reply.Body).Diagnostics
                    .Where(diagnostic => diagnostic.EnforcementLevel == EnforcementLevel.Mandatory)
                    .Select(diagnostic => diagnostic.PolicyName));
            }
        }

        Assert.True(judged > 100, $"{judged} calls were judged");
        Assert.Equal(ofTriggers, mandatory.Distinct().Order(StringComparer.Ordinal));
    }
}
