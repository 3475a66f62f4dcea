using System.Net;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf;

namespace DrInfra.Tests.Hosting;

/// <summary>Stacks far beyond the 4 MiB that gRPC takes by itself. A minute on a small machine: a command of its own.</summary>
[Trait("Category", "Large")]
public sealed class LargeRequestTests
{
    private const int MiB = 1024 * 1024;
    private const int Size = 300 * MiB;

    [Fact]
    public async Task StackOf300MiB_IsJudgedWithoutHoldingItTwice()
    {
        // The same properties in every resource, as large stacks repeat themselves; only the name differs.
        var resource = Messages.Resource("aws:ssm/parameter:Parameter", "parameter-000000",
            $$"""
            {"tags":{"dr:workload":"orders"},"settings":[{{string.Join(',', Enumerable.Range(0,
                    2000).Select(i => $"{{\"name\":\"key-{i}\",\"value\":\"value of {i}\"}}"))}}]}
            """);
        await using var pack = await PackProcess.StartAsync();
        var reply = await pack.Client.PostAsync("/pulumirpc.Analyzer/AnalyzeStack", new RepeatedResource(resource, Size));
        Assert.Equal(0, reply.Status);
        Assert.True(pack.PeakMemory < 1536L * MiB, $"{pack.PeakMemory / MiB} MiB at most");
    }

    [Fact]
    public async Task ResourceOf300MiB_IsRead()
    {
        var resource = Messages.Resource(Messages.Table, "orders", "{}");
        resource.Properties.Fields["policy"] = Google.Protobuf.WellKnownTypes.Value.ForString(new string('x', Size));
        await using var pack = await PackProcess.StartAsync();
        var reply = await pack.Client.CallAsync("Analyze", resource, AnalyzeResponse.Parser);
        Assert.NotEmpty(reply.Diagnostics);
    }

    /// <summary>A stack that is never in this process's memory: one resource, sent again and again under another name.</summary>
    private sealed class RepeatedResource : HttpContent
    {
        private readonly byte[] _item;
        private readonly int[] _names;
        private readonly int _count;

        public RepeatedResource(AnalyzerResource resource, int size)
        {
            _item = new AnalyzeStackRequest { Resources = { resource } }.ToByteArray();
            _count = size / _item.Length;
            _names = [.. Occurrences(_item, "parameter-000000"u8.ToArray()).Select(at => at + "parameter-".Length)];
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var prefix = new byte[5];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(1), (uint)(_item.Length * _count));
            await stream.WriteAsync(prefix);
            for (var i = 0; i < _count; i++)
            {
                var digits = System.Text.Encoding.ASCII.GetBytes(i.ToString("000000"));
                foreach (var at in _names)
                {
                    digits.CopyTo(_item, at);
                }

                await stream.WriteAsync(_item);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = (long)_item.Length * _count + 5;
            return true;
        }

        private static IEnumerable<int> Occurrences(byte[] text, byte[] part)
        {
            for (var from = 0; text.AsSpan(from).IndexOf(part) is var at and >= 0; from += at + part.Length)
            {
                yield return from + at;
            }
        }
    }
}
