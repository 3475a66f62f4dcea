using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo =>
    [
        RdsTypes.GlobalCluster, RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.GlobalCluster,
        DocDbTypes.Cluster, NeptuneTypes.GlobalCluster, NeptuneTypes.Cluster,
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var flag = node["storageEncrypted"];
        if (InstanceReplica.IsLocal(node) || node["engineMode"].Text == "serverless")
        {
            return [Verdict.NotApplicable("it is encrypted as its source is, or always")];
        }

        if (flag.IsAbsent && node["sourceDbClusterIdentifier"].IsStated())
        {
            return [Verdict.NotApplicable("a global cluster made from a cluster is encrypted as that is")];
        }

        if (flag.IsAbsent && (node.Input("snapshotIdentifier").IsStated() || node.Input("restoreToPointInTime").IsStated()))
        {
            return [Verdict.Unknown(flag.Path)];
        }

        return [FlagVerdict.Of(flag, wanted: true, serviceDefault: false, "the storage is not encrypted")];
    }
}
