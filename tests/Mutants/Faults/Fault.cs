using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>Something that makes a resource worthless while everything is still declared: it is to be noticed by itself.</summary>
/// <param name="Change">The inputs with the fault; the same inputs where its place is not there.</param>
internal sealed record Fault(string Type, string Name, Func<MapValue, PropertyValue?> Change)
{
    private static readonly Fault[] All = [.. CopyFaults.Table, .. TrafficFaults.Table, .. SignalFaults.Table, .. ClusterFaults.Table];

    /// <summary>Each fault that the resource can have, by name; those of an alarm with its metric.</summary>
    public static IEnumerable<(string Name, MapValue Inputs)> Of(GraphResource resource) => All
        .Where(fault => fault.Type == resource.Type)
        .Select(fault => (Name: fault.Name + Metric(resource), Inputs: fault.Change(resource.Inputs) as MapValue))
        .Where(fault => fault.Inputs is not null && !fault.Inputs.Equals(resource.Inputs))
        .Select(fault => (fault.Name, fault.Inputs!));

    private static string Metric(GraphResource resource) => resource.Inputs["metricName"] is TextValue metric ? $" ({metric.Value})" : "";
}
