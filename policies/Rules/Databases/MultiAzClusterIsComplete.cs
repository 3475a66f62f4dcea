using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class MultiAzClusterIsComplete() : ResourceRule(RdsTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!ClusterInstances.AreMadeByRds(node))
        {
            yield return Verdict.NotApplicable("it is not a Multi-AZ DB cluster");
            yield break;
        }

        foreach (var property in new[] { "dbClusterInstanceClass", "allocatedStorage", "storageType" })
        {
            yield return !node[property].IsStated() ? Verdict.Violation($"a Multi-AZ DB cluster needs {property}", property) : Verdict.Compliant;
        }

        if (node["storageType"].Text?.StartsWith("io", StringComparison.Ordinal) == true && node["iops"].Number is null or 0 && !node["iops"].IsUnknown)
        {
            yield return Verdict.Violation($"storage of type {node["storageType"].Text} needs iops", "iops");
        }

        if (node["engine"].Text is { } engine and not ("mysql" or "postgres"))
        {
            yield return Verdict.Violation($"Multi-AZ DB clusters do not support the engine {engine}", "engine");
        }
    }
}
