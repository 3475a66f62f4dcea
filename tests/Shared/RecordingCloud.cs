using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace DrInfra.Tests;

/// <summary>
/// The cloud of tests that look at what a program asks for: keeps it, and answers with <c>{name}-id</c> and the inputs unless told
/// otherwise. It knows no service; the emulated cloud of drctl, which does, is tested by itself.
/// </summary>
internal sealed class RecordingCloud : IMocks
{
    public Func<MockResourceArgs, Task<(string? id, object state)>> Resource { get; init; } = args => Answer(args, args.Inputs);

    public Func<MockCallArgs, Task<object>> Call { get; init; } = _ => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);

    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();
    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();
    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public static RecordingCloud WithState(object state) => new() { Resource = args => Answer(args, state) };

    public static Task<(string? id, object state)> Answer(MockResourceArgs args, object state) => Task.FromResult(((string?)$"{args.Name}-id", state));

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
