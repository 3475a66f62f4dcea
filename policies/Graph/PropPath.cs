using System.Globalization;

namespace DrInfra.Policies.Graph;

/// <summary>Where a value stands in a resource, spelled only when it is asked for: <c>rules[0].destination.bucket</c>.</summary>
/// <param name="owner">The value that it is part of: the name of a property of the resource, or another path.</param>
internal sealed class PropPath(object? owner, string? name, int index)
{
    private string? _text;

    public override string ToString() => _text ??=
        name is null ? $"{owner}[{index.ToString(CultureInfo.InvariantCulture)}]"
        : owner is null ? name
        // As Pulumi writes the path of a label such as dr.drinfra.io/workload.
        : name.AsSpan().IndexOfAny(".[]\"") >= 0 ? $"{owner}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]"
        : $"{owner}.{name}";

    /// <summary>The resource's own property at the root of the path.</summary>
    public string Root => owner is PropPath parent ? parent.Root : owner as string ?? "";
}
