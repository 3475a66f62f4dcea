using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupPlanHasASelection : StackRule
{
    public override string Description => "Every backup plan has a selection, and every selection belongs to a plan.";

    public override string Why => "A plan without a selection backs nothing up, and neither does a selection without a plan.";

    public override string Fix => "Declare a Selection whose planId is the plan's id.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B1", "B4"];

    public override IReadOnlyList<string> Also => ["backup_plans_exist"];

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
                : Finding.Violation(plan, "plan has no selection: it backs nothing up");
        }

        foreach (var selection in selections.Where(selection => selection.Plan is null))
        {
            yield return selection.Node["planId"].IsAbsent
                ? Finding.Violation(selection.Node, "selection names no plan", "planId")
                : Finding.Unknown(selection.Node, "planId");
        }
    }
}
