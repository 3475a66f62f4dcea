using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Diff;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting;
using DrInfra.Policies.Hosting.Grpc;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Fuzz;

/// <summary>Every reader of what comes from outside.</summary>
public static class FuzzTargets
{
    private const string Capture = "tests/Fixtures/engine-capture/";

    private static readonly DateOnly AsOf = new(2026, 11, 24);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("graph", [.. Graphs()], Damage.Of, ReadsGraph),
        new("check", [.. Graphs()], JsonDamage.Of, ChecksGraph),
        new("preview", [.. Previews()], JsonDamage.Of, ReviewsPreview),
        new("frame", [.. Frames()], Damage.Of, ReadsFrame),
        new("settings", [File.ReadAllBytes(Path.Combine(Repository.Shipped, "policies", "recovery.yaml"))], Damage.Of, ReadsSettings),
    ];

    private static bool ReadsGraph(byte[] input)
    {
        try
        {
            GraphFile.Read(new MemoryStream(input), "fuzz");
            return true;
        }
        catch (GraphFileException)
        {
            return false;
        }
    }

    // A graph that was read is judged, however odd.
    private static bool ChecksGraph(byte[] input)
    {
        ResourceGraph graph;
        try
        {
            graph = GraphFile.Read(new MemoryStream(input), "fuzz");
        }
        catch (GraphFileException)
        {
            return false;
        }

        StackCheck.Run(Estate.Of([graph], AwsNames.Instance), RecoverySettings.None, AsOf);
        return true;
    }

    // The operations of a preview are told and what they lead to is judged, however odd.
    private static bool ReviewsPreview(byte[] input)
    {
        Preview preview;
        try
        {
            if (GraphFile.ReadStack(new MemoryStream(input), "fuzz").Preview is not { } read)
            {
                return true;
            }

            preview = read;
        }
        catch (GraphFileException)
        {
            return false;
        }

        _ = StackComparison.Of(preview);
        StackCheck.Run(Estate.Of([preview.After], AwsNames.Instance), RecoverySettings.None, AsOf);
        return true;
    }

    private static bool ReadsFrame(byte[] input)
    {
        try
        {
            var request = GrpcRequest.OpenAsync(PipeReader.Create(new ReadOnlySequence<byte>(input))).GetAwaiter().GetResult();
            var resource = request.ReadAsync(AnalyzerResource.Parser).GetAwaiter().GetResult();
            new ResourceReader(new ValuePool()).Registered(resource);
            return true;
        }
        catch (GrpcException)
        {
            return false;
        }
    }

    private static bool ReadsSettings(byte[] input)
    {
        try
        {
            RecoverySettingsFile.Parse(Encoding.UTF8.GetString(input), "fuzz");
            return true;
        }
        catch (ProblemsException)
        {
            return false;
        }
    }

    /// <summary>The target that judges damaged graphs, with samples from other files.</summary>
    public static FuzzTarget CheckOf(IEnumerable<string> graphFiles) =>
        new("check", [.. graphFiles.SelectMany(file => Graphs(File.ReadAllText(file), 60))], JsonDamage.Of, ChecksGraph);

    private static IEnumerable<byte[]> Graphs() => Graphs(Repository.Read(Capture + "stack-export-show-secrets.json"), 6);

    // A few resources each: damage in a small file hits what matters.
    private static IEnumerable<byte[]> Graphs(string json, int size)
    {
        using var export = JsonDocument.Parse(json);
        var resources = export.RootElement.GetProperty("deployment").GetProperty("resources").EnumerateArray().Select(resource => resource.GetRawText())
            .ToArray();
        foreach (var part in resources.Chunk(size))
        {
            yield return Encoding.UTF8.GetBytes($$$"""{"version":3,"deployment":{"resources":[{{{string.Join(",\n", part)}}}]}}""");
        }
    }

    // Some steps each; the stack and what else stands around them stays.
    private static IEnumerable<byte[]> Previews()
    {
        foreach (var file in (string[])["preview-new-stack.json", "preview-changed-stack.json"])
        {
            var whole = JsonNode.Parse(Repository.Read(Capture + file))!;
            foreach (var steps in whole["steps"]!.AsArray().Select(step => step!.ToJsonString()).Chunk(8))
            {
                var part = whole.DeepClone();
                part["steps"] = JsonNode.Parse($"[{string.Join(',', steps)}]");
                yield return Encoding.UTF8.GetBytes(part.ToJsonString());
            }
        }
    }

    private static IEnumerable<byte[]> Frames() => File.ReadLines(Path.Combine(Repository.Root, Capture, "up-new-stack.calls.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(call => call.GetProperty("method").GetString() == "Analyze")
        .Select(call => Frame(call.GetProperty("request").GetBytesFromBase64()));

    private static byte[] Frame(byte[] message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }
}
