using Google.Protobuf;

namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>A unary call: reads its request, gives its reply.</summary>
internal delegate Task<IMessage> GrpcMethod(GrpcRequest request);
