using System.Text.Json;
using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ManifestsOfAPairAgree : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var promise in recovery.Promises.All.Where(promise => promise.Nodes.Count > 1))
        {
            // Nothing tells which of the two is meant: it is told of the standby's, whichever file was read first.
            var manifests = promise.Nodes.Select(node => (Node: node, Manifest: Promises.Read(node).Manifest!))
                .OrderByDescending(pair => pair.Manifest.Role == "primary").ThenBy(pair => pair.Node.Urn, StringComparer.Ordinal).ToArray();
            foreach (var (node, manifest) in manifests.Skip(1))
            {
                string[] differing = [.. Differing(manifest, manifests[0].Manifest)];
                if (differing.Length > 0)
                {
                    yield return Finding.Violation(
                        node,
                        $"the manifest of {promise.Workload} differs from that of stack {manifests[0].Node.Stack.Name} in {string.Join(", ", differing)}") with
                    {
                        Workload = promise.Workload,
                    };
                }
            }
        }
    }

    // The keys whose values differ, but for the role, for what waits to be recorded in one of the stacks, and for the failover: the stack of a
    // Region that is down cannot be updated.
    private static IEnumerable<string> Differing(RecoveryManifest manifest, RecoveryManifest other)
    {
        var (own, its) = (Members(manifest), Members(other));
        return own.Keys.Union(its.Keys, StringComparer.Ordinal).Where(key => own.GetValueOrDefault(key) != its.GetValueOrDefault(key));
    }

    private static Dictionary<string, string> Members(RecoveryManifest manifest)
    {
        var compared = manifest with { Role = "", Failover = null, Stores = [.. manifest.Stores.Select(store => store with { Unrecorded = null })] };
        using var document = JsonDocument.Parse(compared.ToJson());
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
    }
}
