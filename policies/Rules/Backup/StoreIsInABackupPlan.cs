using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class StoreIsInABackupPlan : StackRule
{
    // Servers and clusters are made anew from their templates; their data is in volumes and stores.
    private static readonly string[] Stateless = ["EC2", "EKS"];

    protected override RuleDescriptor About => new(
        "Every data store of a workload is taken by a backup plan, in a Region that has backup plans.",
        Why: "A replica follows every wrong write and deletion; without a backup that data is lost.",
        Fix: "Add the store to a backup selection: by its ARN, or by the tags that a selection asks for (propagateTags for replicas of a table).",
        Severity.High, "B1 B4 B* A2",
        Published: "RDS_IN_BACKUP_PLAN, DYNAMODB_IN_BACKUP_PLAN, EBS_IN_BACKUP_PLAN, EFS_IN_BACKUP_PLAN, EFS.2, DynamoDB.4, "
            + "RDS_RESOURCES_PROTECTED_BY_BACKUP_PLAN, DYNAMODB_RESOURCES_PROTECTED_BY_BACKUP_PLAN, EC2_RESOURCES_PROTECTED_BY_BACKUP_PLAN, "
            + "FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN, EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN (guard), "
            + "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN, CKV2_AWS_8, CKV2_AWS_18, rds_cluster_protected_by_backup_plan, "
            + "HIPAA.Security-DynamoDBInBackupPlan");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        var byRegion = backups.Selections.ToLookup(selection => selection.Node.Region);
        foreach (var store in backups.Stores.Where(store => store.Node.Workload is { } workload && workload != DrTags.Shared && !Stateless.Contains(store.Service)))
        {
            if (!byRegion[store.Region].Any() || backups.Of(store).Any())
            {
                continue;
            }

            yield return backups.PerhapsOf(store).Any()
                ? Finding.Unknown(store.Node, "tags")
                : Finding.Violation(store.Node, $"no backup plan of {store.Region} takes it, others of its Region are taken", "tags");
        }
    }
}
