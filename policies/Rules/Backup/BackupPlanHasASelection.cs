using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupPlanHasASelection : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var selections = BackupEstate.Of(context.Estate).Selections;
        var unresolved = selections.Any(selection => selection.Plan is null);
        var selected = selections.Select(selection => selection.Plan).ToHashSet();
        foreach (var plan in context.Estate.OfType(BackupTypes.Plan).Where(plan => !selected.Contains(plan)))
        {
            // A selection whose plan is not known may be this one's.
            yield return unresolved && selections.Any(selection => selection.Plan is null && selection.Node["planId"].IsUnknown)
                ? Finding.Unknown(plan, "rules")
                : Finding.Violation(plan, "the plan has no selection, so it backs up nothing");
        }

        foreach (var selection in selections.Where(selection => selection.Plan is null))
        {
            yield return selection.Node["planId"].IsAbsent
                ? Finding.Violation(selection.Node, "the selection names no plan", "planId")
                : Finding.Unknown(selection.Node, "planId");
        }
    }
}
