using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAreMaintainedApart : StackRule
{
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
                    yield return Finding.Violation(member, $"its maintenance window is {stated}, a window such as sun:04:00-sun:04:30 needed", stated.Path);
                }
                else if (database.Members.FirstOrDefault(other => other.Region != member.Region
                    && MaintenanceWindow.Parse(other["preferredMaintenanceWindow"].Text) is { } theirs && window.Overlaps(theirs)) is { } clash)
                {
                    yield return Finding.Violation(member, $"its maintenance window {stated} overlaps that of {clash.Name}", stated.Path);
                }
            }
        }
    }
}
