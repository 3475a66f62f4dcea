using System.Collections.Frozen;
using System.Text.Json;
using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Which changes of properties make a new object of Kubernetes, or a new provider of it. From kubernetes-replacements.json, which has them from
/// the source of the Pulumi provider: its list is closed, so that whatever is not in it is an update.
/// </summary>
internal sealed class KubernetesReplacements
{
    private const string DefaultNamespace = "default";

    private static readonly Lazy<KubernetesReplacements> Loaded = new(Load);

    // Of a provider without clusterIdentifier: they may lead to another cluster, whose objects are others.
    private static readonly string[] Leading = ["kubeconfig", "context", "cluster"];

    private readonly string[] _every;
    private readonly FrozenDictionary<string, string[]> _byType;
    private readonly FrozenDictionary<string, (string Setting, string[] Replaces)> _unlessMutable;

    private KubernetesReplacements(JsonElement root)
    {
        _every = Texts(root.GetProperty("every"));
        _byType = root.GetProperty("types").EnumerateObject().ToFrozenDictionary(type => type.Name, type => Texts(type.Value), StringComparer.Ordinal);
        _unlessMutable = root.GetProperty("unlessMutable").EnumerateObject().ToFrozenDictionary(
            type => type.Name, type => (type.Value.GetProperty("setting").GetString()!, Texts(type.Value.GetProperty("replaces"))), StringComparer.Ordinal);
    }

    public static KubernetesReplacements Shipped => Loaded.Value;

    /// <summary>The types that it names properties of.</summary>
    public IEnumerable<string> Types => _byType.Keys.Union(_unlessMutable.Keys);

    /// <summary><see cref="Operation.Update"/>, <see cref="Operation.MayReplace"/> or <see cref="Operation.Replace"/>; null of other types.</summary>
    /// <param name="old">The object, or the provider, as it is.</param>
    /// <param name="resource">As it will be.</param>
    /// <param name="provider">The provider of the object; null where it is the default one.</param>
    /// <param name="change">One property that differs.</param>
    public Operation? Of(GraphResource old, GraphResource resource, GraphResource? provider, PropertyChange change)
    {
        if (resource.Type == KubernetesType.Provider)
        {
            return OfProvider(resource, change);
        }

        if (KubernetesType.Of(resource.Type) is not { } type)
        {
            return null;
        }

        if (!type.IsObject)
        {
            return Operation.MayReplace;
        }

        if (IsSameIdentity(old, provider, change))
        {
            return Operation.Update;
        }

        string[] replaced = [.. _every, .. _byType.GetValueOrDefault(resource.Type) ?? [], .. UnlessMutable(resource, provider)];
        return replaced.Any(change.Path.IsUnder) ? Sure(change)
            // The whole of something of which a part makes a new object, as where only the deployment tells what it is.
            : replaced.Any(path => PropertyPath.Of(path).IsUnder(change.Path.ToString())) ? Operation.MayReplace
            : Operation.Update;
    }

    private static Operation OfProvider(GraphResource provider, PropertyChange change) => change.Path.Root switch
    {
        "clusterIdentifier" => change.Old is null or NullValue || change.New is null or NullValue ? Operation.Update : Sure(change),
        // A provider that says which cluster is its own is another one with another cluster alone.
        _ when provider.Inputs["clusterIdentifier"] is not (null or NullValue) => Operation.Update,
        "renderYamlToDirectory" => Operation.Replace,
        var name => Leading.Contains(name) ? Operation.MayReplace : Operation.Update,
    };

    private string[] UnlessMutable(GraphResource resource, GraphResource? provider) =>
        _unlessMutable.TryGetValue(resource.Type, out var guarded) && (!IsOn(provider?.Inputs[guarded.Setting]) || IsOn(resource.Inputs["immutable"]))
            ? guarded.Replaces
            : [];

    // A name that the provider made is kept, and the default namespace need not be stated.
    private static bool IsSameIdentity(GraphResource old, GraphResource? provider, PropertyChange change) => change.Path.ToString() switch
    {
        "metadata.name" => change.New is null && Member(old.Inputs["metadata"], "annotations") is MapValue annotations
            && IsOn(annotations["pulumi.com/autonamed"]),
        "metadata.namespace" => NamespaceOf(change.Old, provider) is { } before && before == NamespaceOf(change.New, provider),
        _ => false,
    };

    /// <summary>Null where only the deployment tells.</summary>
    private static string? NamespaceOf(PropertyValue? stated, GraphResource? provider) => (stated?.Unwrapped, provider?.Inputs["namespace"]?.Unwrapped) switch
    {
        (TextValue text, _) => text.Value,
        (null or NullValue, TextValue text) => text.Value,
        (null or NullValue, null or NullValue) => DefaultNamespace,
        _ => null,
    };

    private static Operation Sure(PropertyChange change) =>
        change.Old?.ContainsUnknown == true || change.New?.ContainsUnknown == true ? Operation.MayReplace : Operation.Replace;

    private static PropertyValue? Member(PropertyValue? map, string name) => (map?.Unwrapped as MapValue)?[name]?.Unwrapped;

    // Settings of a provider that are no texts travel as texts.
    private static bool IsOn(PropertyValue? value) => value?.Unwrapped is BoolValue { Value: true } or TextValue { Value: "true" };

    private static KubernetesReplacements Load()
    {
        using var stream = typeof(KubernetesReplacements).Assembly.GetManifestResourceStream("kubernetes-replacements.json")!;
        using var document = JsonDocument.Parse(stream);
        return new KubernetesReplacements(document.RootElement);
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
