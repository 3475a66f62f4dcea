using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The storage of a database is encrypted.",
        Why: "It cannot be encrypted in place later, and its snapshots and copies in the other Region are as open as it is.",
        Fix: "Set storageEncrypted to true; an existing database must be restored from an encrypted copy of a snapshot.",
        Severity.High, "B5", Level.Mandatory,
        Published: "CKV_AWS_140, CKV_AWS_292, rds-storage-encrypted");

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
