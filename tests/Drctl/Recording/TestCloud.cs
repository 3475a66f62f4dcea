using System.Collections.Immutable;
using Pulumi.Testing;

namespace DrInfra.Tests.Drctl.Recording;

/// <summary>Gives each custom resource an id and an ARN, at once or after a while on another thread.</summary>
internal sealed class TestCloud(bool slow = false) : IMocks
{
    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (args.Name == "refused")
        {
            throw new InvalidOperationException("the service takes no such thing");
        }

        if (slow)
        {
            await Task.Delay(args.Name!.Length % 3);
        }

        return args.Name == "no-id" ? (null, args.Inputs) : ($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}"));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
}
