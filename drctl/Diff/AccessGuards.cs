using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// What the replacement of a role takes from whom: an access entry of EKS keeps the role's unique id, so a new role of the same name has no
/// access (https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessEntry.html).
/// </summary>
internal static class AccessGuards
{
    /// <summary>What is refused of a change.</summary>
    /// <param name="change">What is done to a resource.</param>
    /// <param name="old">The stacks as they are.</param>
    /// <param name="wanted">The stacks as they will be.</param>
    /// <param name="operations">What is done to each resource that changes, by its URN.</param>
    public static IEnumerable<Refusal> Refusals(ResourceChange change, Estate old, Estate wanted, IReadOnlyDictionary<string, Operation> operations)
    {
        if (change.Type != IamTypes.Role || change.Operation is not (Operation.Replace or Operation.MayReplace or Operation.Delete)
            || old.Find(change.OldUrn ?? change.Urn) is not { } role)
        {
            yield break;
        }

        foreach (var entry in old.UsersOf(role, EksTypes.AccessEntry, "principalArn").Where(entry => wanted.Find(entry.Urn) is not null
            && operations.GetValueOrDefault(entry.Urn, Operation.Update) is not (Operation.Replace or Operation.MayReplace)))
        {
            var verb = change.Operation switch { Operation.Delete => "deletes", Operation.Replace => "replaces", _ => "may replace" };
            yield return new Refusal(
                OperationRules.AccessDetached, $"{verb} the role of an access entry", $"{entry.Name} keeps the id of the present role and admits no other");
        }
    }
}
