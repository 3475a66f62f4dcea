using System.IO.Compression;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
using Google.Protobuf;

namespace DrInfra.Tests.Hosting;

/// <summary>
/// The shipped stacks after their deployment, as the engine told them to the pack and as the exports have them. The protocol carries no ids
/// and not what is kept: what the live run finds, the check of the exports finds too, and what the one cannot tell, the other cannot either.
/// </summary>
public sealed class LiveAgainstExportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drinfra");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("dev", "dr")]
    [InlineData("dr", "dev")]
    public async Task TheLiveRunFindsWhatTheExportsHave_AndKnowsEveryVerdict(string stack, string other)
    {
        Unpack(stack);
        Unpack(other);
        Write("PulumiPolicy.yaml", "runtime: dotnet");
        Write("recovery.yaml", File.ReadAllText(Path.Combine(Repository.Shipped, "policies", "recovery.yaml")) + $"\ncounterparts:\n  {stack}: {other}.json\n");
        var settings = RecoverySettingsFile.Read(Path.Combine(_folder.FullName, "recovery.yaml"));
        var graphs = new[] { stack, other }.Select(name => GraphFile.Read(Path.Combine(_folder.FullName, $"{name}.json"))).ToArray();
        var report = StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), settings, DateOnly.FromDateTime(DateTime.UtcNow));
        // What is about the pair is told of either stack, without a resource where that is the other's.
        var exported = report.Violations.Where(violation => violation.Stack == graphs[0].Stack || violation.Rule is StackRule { IsAboutPair: true })
            .Select(violation => $"{violation.Rule.Id} {(violation.Stack == graphs[0].Stack ? violation.Urn : "")}: {violation.Message}");

        var live = await FindingsAsync($"live-after-up.{stack}");

        Assert.NotEmpty(live);
        Assert.Equal(
            exported.Order(StringComparer.Ordinal),
            live.Select(finding => $"{finding.PolicyName} {finding.Urn}: {finding.Message.Split('\n')[0]}").Order(StringComparer.Ordinal));
        Assert.Empty(report.Unknown);
    }

    private async Task<List<AnalyzeDiagnostic>> FindingsAsync(string recording)
    {
        await using var pack = await PackServer.StartAsync();
        var found = new List<AnalyzeDiagnostic>();
        foreach (var call in RecordedCall.ReadCompressed(recording).TakeWhile(call => call.Method != "Cancel"))
        {
            var request = call.Request;
            if (call.Method == "Handshake")
            {
                var told = AnalyzerHandshakeRequest.Parser.ParseFrom(request);
                told.RootDirectory = told.ProgramDirectory = _folder.FullName;
                request = told.ToByteArray();
            }

            var reply = await pack.Client.CallAsync(call.Method, request);
            Assert.True(reply.Status == 0, $"{call.Method}: {reply.Status} {reply.Message}");
            if (call.Method is "Analyze" or "AnalyzeStack")
            {
                found.AddRange(AnalyzeResponse.Parser.ParseFrom(reply.Body).Diagnostics);
            }
        }

        return found;
    }

    private void Unpack(string stack)
    {
        using var packed = new GZipStream(
            File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures/engine-capture", $"after-up.{stack}.export.json.gz")), CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(_folder.FullName, $"{stack}.json"));
        packed.CopyTo(file);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
