using System.Collections.Immutable;

namespace Pulumi;

public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    public string Token { get; } = token;
    public ImmutableDictionary<string, object?> Args { get; } = args;
    public InvokeOptions Options { get; } = options;
}
