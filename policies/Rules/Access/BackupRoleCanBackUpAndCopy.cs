using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Access;

public sealed class BackupRoleCanBackUpAndCopy : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        from selection in BackupEstate.Of(estate).Selections
        where selection.Plan is not null || selection.Stores.Count > 0
        from rule in (selection.Plan is { } plan ? PlanRule.Of(plan) : []).DefaultIfEmpty()
        from store in selection.Stores
        from reason in rule is null ? BackupFaults.Taking(estate, selection, rule, store)
            : BackupFaults.Taking(estate, selection, rule, store)
                .Concat(rule.Copies.SelectMany(copy => BackupFaults.RoleCopies(estate, selection, rule, copy, store)))
        select reason;
}
