using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>Collects what <see cref="ExportReport"/> tells.</summary>
internal sealed class ExportNotes
{
    private readonly SortedDictionary<string, ExportVariable> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<LeftOut> _leftOut = [];

    public int References { get; private set; }

    public IReadOnlyList<ExportVariable> Variables => [.. _variables.Values];

    public IReadOnlyList<LeftOut> LeftOut =>
        [.. _leftOut.OrderBy(part => part.Type, StringComparer.Ordinal).ThenBy(part => part.Urn, StringComparer.Ordinal)
            .ThenBy(part => part.Property, StringComparer.Ordinal)];

    public void Referenced() => References++;

    public void Leave(GraphResource resource, string? property, string reason) =>
        _leftOut.Add(new LeftOut(resource.Urn, resource.Type, property, reason));

    /// <summary>The expression of a variable.</summary>
    public string Variable(string name, string description)
    {
        _variables.TryAdd(name, new ExportVariable(name, description));
        return $"var.{name}";
    }
}
