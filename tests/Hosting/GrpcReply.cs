using Google.Protobuf;

namespace DrInfra.Tests.Hosting;

/// <summary>What came back: the gRPC status and message of the trailers, and the message's bytes without their frame.</summary>
internal sealed record GrpcReply(int Status, string Message, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public T As<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        Assert.True(Status == 0, $"status {Status}: {Message}");
        return parser.ParseFrom(Body);
    }
}
