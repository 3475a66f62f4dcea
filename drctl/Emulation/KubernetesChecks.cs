using System.Text.RegularExpressions;

namespace DrInfra.Drctl.Emulation;

/// <summary>What an API server refuses on sight. Kubernetes documentation, "Object Names and IDs" and "Labels and Selectors".</summary>
internal static partial class KubernetesChecks
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    // Their names are names in DNS by themselves.
    private static readonly string[] DnsLabels = ["kubernetes:core/v1:Namespace", "kubernetes:core/v1:Service"];

    /// <exception cref="InvalidOperationException">The API server would refuse the object.</exception>
    public static void Check(EmulationRequest request, string name)
    {
        CheckName(request, name);
        CheckLabels(request, "metadata", request.Map("metadata"));
        var spec = request.Map("spec");
        var template = EmulationRequest.AsMap(spec?.GetValueOrDefault("template"));
        CheckLabels(request, "spec.template.metadata", EmulationRequest.AsMap(template?.GetValueOrDefault("metadata")));
        CheckReplicas(request, spec);
        CheckSelector(request, spec, template);
    }

    private static void CheckName(EmulationRequest request, string name)
    {
        // Names of roles and their bindings may be any part of a path, such as system:node.
        if (request.Type.StartsWith("kubernetes:rbac.authorization.k8s.io/", StringComparison.Ordinal))
        {
            return;
        }

        if (DnsLabels.Contains(request.Type) ? name.Length > LongestLabel || !DnsLabel().IsMatch(name) : name.Length > LongestName || !DnsName().IsMatch(name))
        {
            throw request.Refuse("metadata.name", name, DnsLabels.Contains(request.Type)
                ? $"it has up to {LongestLabel} lower-case letters, digits and hyphens, with a letter or digit at both ends."
                : $"it has up to {LongestName} lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part.");
        }

        if (EmulationRequest.AsMap(request.Map("metadata"))?.GetValueOrDefault("namespace") is string space
            && (space.Length > LongestLabel || !DnsLabel().IsMatch(space)))
        {
            throw request.Refuse("metadata.namespace", space, "no namespace can have that name.");
        }
    }

    private static void CheckLabels(EmulationRequest request, string owner, IReadOnlyDictionary<string, object>? metadata)
    {
        foreach (var (key, value) in EmulationRequest.AsMap(metadata?.GetValueOrDefault("labels")) ?? Wire.EmptyMap)
        {
            var path = $"{owner}.labels[\"{key}\"]";
            if (!LabelKey().IsMatch(key))
            {
                throw request.Refuse(
                    path, key, "a label's key is [prefix/]name: a DNS name, and up to 63 letters, digits and - _ . with a letter or digit at both ends.");
            }

            if (value is string text && (text.Length > LongestLabel || !LabelValue().IsMatch(text)))
            {
                throw request.Refuse(path, text, $"a label's value has up to {LongestLabel} letters, digits and - _ . with a letter or digit at both ends.");
            }
        }
    }

    private static void CheckReplicas(EmulationRequest request, IReadOnlyDictionary<string, object>? spec)
    {
        if (request.Type == "kubernetes:autoscaling/v2:HorizontalPodAutoscaler" && Number(spec, "maxReplicas") is { } most
            && Number(spec, "minReplicas") is { } least && least > most)
        {
            throw request.Refuse("spec.minReplicas", least, $"it may not exceed spec.maxReplicas, which is {most}.");
        }
    }

    private static void CheckSelector(EmulationRequest request, IReadOnlyDictionary<string, object>? spec, IReadOnlyDictionary<string, object>? template)
    {
        if (template is null)
        {
            return;
        }

        var selector = EmulationRequest.AsMap(spec?.GetValueOrDefault("selector"));
        var labels = EmulationRequest.AsMap(EmulationRequest.AsMap(template.GetValueOrDefault("metadata"))?.GetValueOrDefault("labels"));
        foreach (var (key, value) in EmulationRequest.AsMap(selector?.GetValueOrDefault("matchLabels")) ?? Wire.EmptyMap)
        {
            if (!Equals(labels?.GetValueOrDefault(key), value))
            {
                throw request.Refuse($"spec.selector.matchLabels[\"{key}\"]", value, "the labels of spec.template have to match the selector.");
            }
        }
    }

    private static int? Number(IReadOnlyDictionary<string, object>? map, string name) => map?.GetValueOrDefault(name) switch
    {
        int number => number,
        double number => (int)number,
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex DnsName();

    [GeneratedRegex(@"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$")]
    private static partial Regex LabelKey();

    [GeneratedRegex("^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$")]
    private static partial Regex LabelValue();
}
