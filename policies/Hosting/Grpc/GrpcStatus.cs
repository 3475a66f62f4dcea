namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>How a call ended, in the numbers of gRPC.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    InvalidArgument = 3,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
}
