using System.Collections.Concurrent;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>Which workload the section <c>workloads</c> of recovery.yaml gives a resource to.</summary>
internal sealed class WorkloadPatterns
{
    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, string Workload)> _patterns = [];
    private readonly ConcurrentDictionary<string, string?> _found = new(StringComparer.Ordinal);

    public WorkloadPatterns(RecoverySettings settings)
    {
        foreach (var (workload, resources) in settings.Workloads.Select(workload => (workload.Name, workload.Resources)))
        {
            foreach (var pattern in resources)
            {
                if (pattern.Contains('*', StringComparison.Ordinal))
                {
                    _patterns.Add((pattern, workload));
                }
                else
                {
                    _exact.TryAdd(pattern, workload);
                }
            }
        }
    }

    /// <summary>By the resource's own tag, else by the patterns; null where nobody says.</summary>
    public string? WorkloadOf(Node node) => node.Workload ?? Of(node);

    /// <summary>Null where no pattern takes it. A full URN wins over a pattern, and the first pattern over the later ones.</summary>
    public string? Of(Node node) => _exact.TryGetValue(node.Urn, out var workload) ? workload
        : _patterns.Count == 0 ? null
        : _found.GetOrAdd(node.Urn, urn => _patterns.Find(entry => UrnPattern.Matches(entry.Pattern, urn)).Workload);
}
