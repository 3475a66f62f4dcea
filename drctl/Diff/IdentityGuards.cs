using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>What goes because an identity of the other stack is not recorded any more, and how it is recorded again.</summary>
internal static class IdentityGuards
{
    // What needs a recorded identity.
    private static readonly string[] Dependents = [MskTypes.Replicator];

    /// <summary>What is refused of a change.</summary>
    /// <param name="stack">The stack that changes.</param>
    /// <param name="change">What is done to one of its resources.</param>
    /// <param name="old">The resource as it is; null where it is not there.</param>
    /// <param name="manifests">What the graphs promise.</param>
    public static IEnumerable<Refusal> Refusals(StackComparison stack, ResourceChange change, GraphResource? old, GraphManifests manifests)
    {
        if (!Dependents.Contains(change.Type) || change.Operation is not (Operation.Delete or Operation.Replace or Operation.MayReplace))
        {
            yield break;
        }

        var workload = (old?.Inputs["tags"]?.Unwrapped as MapValue)?[DrTags.Workload]?.Unwrapped is TextValue text ? text.Value : null;
        string[] forgotten =
        [
            .. from manifest in manifests.Of(stack.After)
               where workload is null || manifest.Workload == workload
               from store in manifest.Stores
               where store.Unrecorded == true
               select $"{store.Kind} {store.Name} of {manifest.Workload}",
            .. stack.Before.EmulatedIdentities.Count == 0 ? stack.After.EmulatedIdentities : [],
        ];
        if (forgotten.Length > 0)
        {
            yield return new Refusal(
                OperationRules.ReplicationDetached,
                "loses the recorded identity of its source",
                $"{string.Join(", ", forgotten)}: record it again with "
                    + $"`pulumi stack output identities --json --stack OTHER | drctl record --from - --stack {stack.After.Stack}`");
        }
    }
}
