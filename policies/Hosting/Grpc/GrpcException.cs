namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>A call is refused. The message goes to the caller and into logs, so it quotes nothing of the request.</summary>
internal sealed class GrpcException(GrpcStatus status, string message) : Exception(message)
{
    public GrpcStatus Status { get; } = status;
}
