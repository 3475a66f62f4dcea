using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EksEndpointIsRestricted() : ResourceRule(EksTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var cluster = new EksCluster(node);
        yield return cluster.IsOpenToAll switch
        {
            null => Verdict.Unknown(cluster.PublicAccess.IsUnknown ? cluster.PublicAccess.Path : cluster.PublicRanges.Path),
            true => Verdict.Violation(
                "every address can call its API server: publicAccessCidrs does not restrict the public endpoint", cluster.PublicRanges.Path),
            false => Verdict.Compliant,
        };

        // Without a private endpoint, nodes and pods reach the API server through the public one, and the ranges have to admit them.
        if (cluster.IsPublic == true && !cluster.PrivateAccess.IsUnknown)
        {
            yield return cluster.PrivateAccess.Flag == true ? Verdict.Compliant
                : Verdict.Violation("it has no private endpoint, so its nodes need the public one", cluster.PrivateAccess.Path);
        }
    }
}
