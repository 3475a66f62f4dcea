using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseHasDeletionProtection : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A database refuses to be deleted.",
        Why: "A deletion by mistake or by a stolen credential takes the writer and its point-in-time window with it.",
        Fix: "Set deletionProtection to true.",
        Severity.High, "B4", Level.Mandatory,
        Published: "RDS.7, RDS.8, RDS_INSTANCE_DELETION_PROTECTION_ENABLED, RDS_CLUSTER_DELETION_PROTECTION_ENABLED, CKV_AWS_139, CKV_AWS_293, "
            + "AVD-AWS-0177, AVD-AWS-0343, AwsSolutions-RDS10, DocumentDB.5, Neptune.4, neptune_cluster_deletion_protection");

    public override IReadOnlyList<string> AppliesTo =>
    [
        RdsTypes.GlobalCluster, RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.GlobalCluster,
        DocDbTypes.Cluster, NeptuneTypes.GlobalCluster, NeptuneTypes.Cluster,
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node))
        {
            return [Verdict.NotApplicable(InstanceReplica.HoldsNothing)];
        }

        return [FlagVerdict.Of(node["deletionProtection"], wanted: true, serviceDefault: false, "the database may be deleted: deletion protection is off")];
    }
}
