using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace DrInfra.Tests.Sdk.Samples;

/// <summary>Keeps what it is asked; answers with <c>{name}-id</c> and the inputs unless told otherwise.</summary>
public sealed class SampleMocks : IMocks
{
    public Func<MockResourceArgs, Task<(string? id, object state)>> Resource { get; init; } =
        args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public Func<MockCallArgs, Task<object>> Call { get; init; } =
        _ => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);

    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();
    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();
    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public static SampleMocks WithState(object state) => new() { Resource = args => Task.FromResult(((string?)$"{args.Name}-id", state)) };

    public MockResourceArgs Of(string name) => Resources.Single(args => args.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return Resource(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Call(args);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}
