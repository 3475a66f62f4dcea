using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ManagedRpoIsOnThePrimary : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var group in context.Estate.OfType(RdsTypes.ClusterParameterGroup))
        {
            var bound = DatabaseEngine.Parameter(group, LagBound.Parameter);
            if (bound.IsAbsent)
            {
                continue;
            }

            var members = context.Estate.UsersOf(group, RdsTypes.Cluster, "dbClusterParameterGroupName");
            if (bound.IsUnknown)
            {
                yield return Finding.Unknown(group, bound.Path);
            }
            else if (!(bound.Number >= LagBound.Least && bound.Number <= int.MaxValue))
            {
                yield return Finding.Violation(group, $"rds.global_db_rpo is {bound}, {LagBound.Least} s or more needed", bound.Path);
            }

            foreach (var member in members.Where(member => !GlobalDatabase.IsMember(member) || GlobalDatabase.IsSecondary(member)))
            {
                yield return Finding.Violation(group, GlobalDatabase.IsMember(member)
                    ? $"rds.global_db_rpo is set in the parameter group of the secondary {member.Name}"
                    : $"rds.global_db_rpo has no effect on {member.Name}, which is in no global database", bound.Path);
            }
        }
    }
}
