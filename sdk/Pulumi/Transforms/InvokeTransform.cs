namespace Pulumi;

/// <summary>A transformation of function calls that the engine calls back. Accepted, never run.</summary>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);
