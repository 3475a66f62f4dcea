using System.Text.RegularExpressions;

namespace DrInfra.Policies.Kubernetes;

/// <summary>Containers that are told where a schema registry is, by a variable.</summary>
internal static partial class SchemaRegistryClients
{
    /// <summary>The variables with the address of a registry, by the object whose pods have them.</summary>
    public static IEnumerable<(Node Pods, Prop Address)> In(Estate estate) =>
        from node in estate.OfTypes(Pods.All)
        from container in Pods.Containers(node)
        from variable in container["env"].Items
        where variable["name"].Text is { } name && Variable().IsMatch(name) && !variable["value"].IsAbsent
        select (node, variable["value"]);

    // SCHEMA_REGISTRY_URL, KAFKA_SCHEMA_REGISTRY_URL, schema.registry.url, CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL
    [GeneratedRegex("schema[._-]?registry([._-]base)?[._-]?ur[il]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
