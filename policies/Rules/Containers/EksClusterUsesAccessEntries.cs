using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EksClusterUsesAccessEntries() : ResourceRule(EksTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var cluster = new EksCluster(node);
        yield return cluster.Mode switch
        {
            null => Verdict.Unknown(cluster.AuthenticationMode.Path),
            "API" => Verdict.Compliant,
            var mode => Verdict.Violation($"authenticationMode is {mode}, API needed", cluster.AuthenticationMode.Path),
        };
    }
}
