namespace Pulumi;

/// <summary>A transformation that the engine calls back. Accepted, never run: there is no engine behind mocks.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
