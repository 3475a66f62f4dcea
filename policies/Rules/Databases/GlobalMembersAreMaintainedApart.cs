using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAreMaintainedApart : StackRule
{
    protected override RuleDescriptor About => new(
        "The members of a global database are maintained at different, stated times.",
        Why: "Maintenance restarts instances: when both Regions may be restarted in the same half hour, there is none to fail over to.",
        Fix: "Set preferredMaintenanceWindow on every member so that no two of different Regions overlap.",
        Severity.Low, "F1 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            foreach (var member in database.Members)
            {
                var stated = member["preferredMaintenanceWindow"];
                if (stated.IsUnknown)
                {
                    yield return Finding.Unknown(member, stated.Path);
                }
                else if (MaintenanceWindow.Parse(stated.Text) is not { } window)
                {
                    yield return Finding.Violation(member, $"its maintenance window is {stated}, a time like sun:04:00-sun:04:30 needed", stated.Path);
                }
                else if (database.Members.FirstOrDefault(other => other.Region != member.Region
                    && MaintenanceWindow.Parse(other["preferredMaintenanceWindow"].Text) is { } theirs && window.Overlaps(theirs)) is { } clash)
                {
                    yield return Finding.Violation(member, $"it is maintained at {stated}, when {clash.Name} is too", stated.Path);
                }
            }
        }
    }
}
