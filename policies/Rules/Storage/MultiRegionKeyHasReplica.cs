using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class MultiRegionKeyHasReplica : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replicas = context.Estate.OfType(KmsTypes.ReplicaKey)
            .Select(replica => (Node: replica, Primary: context.Estate.References.Follow(replica, "primaryKeyArn", KmsTypes.Key)))
            .ToArray();
        foreach (var (replica, primary) in replicas)
        {
            yield return new Finding(replica, JudgeReplica(replica, primary));
        }

        foreach (var key in context.Estate.OfType(KmsTypes.Key))
        {
            if (key["multiRegion"].IsUnknown)
            {
                yield return Finding.Unknown(key, "multiRegion");
            }
            else if (key["multiRegion"].Flag == true && !Array.Exists(replicas, replica => replica.Primary.Target == key && replica.Node.Region != key.Region))
            {
                // The replica may be in a stack that is not here.
                yield return context.Estate.Stacks.Count == 1 || Array.Exists(replicas, replica => replica.Primary.IsUnknown)
                    ? Finding.Unknown(key, "multiRegion")
                    : Finding.Violation(key, "the multi-Region key has no replica in another Region", "multiRegion");
            }
        }
    }

    private static Verdict JudgeReplica(Node replica, Reference primary) =>
        primary.IsUnknown ? Verdict.Unknown("primaryKeyArn")
        : primary.IsAbsent ? Verdict.Violation("the replica names no primary key", "primaryKeyArn")
        : primary.Target is { } key && key["multiRegion"].IsKnown && key["multiRegion"].Flag == false || primary.Target?["multiRegion"].IsAbsent == true
            ? Verdict.Violation("the replica's primary is not a multi-Region key", "primaryKeyArn")
        : Verdict.Compliant;
}
