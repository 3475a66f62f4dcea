using System.Collections.Immutable;

namespace Pulumi;

public class ErrorHookArgs(
    string urn, string id, string name, string type,
    ImmutableDictionary<string, object?>? newInputs = null, ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null, string failedOperation = "", IReadOnlyList<string>? errors = null)
{
    public string Urn { get; } = urn;
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Type { get; } = type;
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
    public string FailedOperation { get; } = failedOperation;
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}
