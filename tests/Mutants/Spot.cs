using System.Globalization;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Mutants;

/// <summary>Where in the inputs of a resource something is.</summary>
/// <param name="Path">Exactly: <c>rules[0].status</c>.</param>
/// <param name="Place">Without positions: <c>rules[].status</c>.</param>
/// <param name="Kind">With what an item is in place of its position: <c>rules[hourly].status</c>.</param>
internal readonly record struct Spot(string Path, string Place, string Kind)
{
    // What tells the items of a list apart, as far as they have it.
    private static readonly string[] Names = ["name", "key"];

    public Spot Member(string key)
    {
        // As Pulumi writes the path of a label such as dr.drinfra.io/workload.
        var step = key.Contains('.', StringComparison.Ordinal) ? $"[\"{key}\"]" : Path.Length == 0 ? key : $".{key}";
        return new(Path + step, Place + step, Kind + step);
    }

    public Spot Item(int index, PropertyValue item) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"), $"{Place}[]", $"{Kind}[{(item is MapValue map ? NameOf(map) : "")}]");

    private static string NameOf(MapValue item) =>
        Names.Select(name => (item[name] as TextValue)?.Value).FirstOrDefault(text => text is not null)
            ?? string.Join(' ', item.Keys.Order(StringComparer.Ordinal));
}
