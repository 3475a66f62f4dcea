using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ParameterGroupFitsItsDatabase : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in context.Estate.OfTypes(RdsTypes.Cluster, RdsTypes.Instance))
        {
            var reference = DatabaseEngine.ParameterGroup(context.Estate, database);
            if (reference.Target is not { } group)
            {
                continue;
            }

            var wanted = DatabaseEngine.Family(database["engine"].Text, database["engineVersion"].Text);
            var family = group["family"];
            if (family.IsUnknown)
            {
                yield return Finding.Unknown(group, family.Path);
            }
            else if (wanted is not null && family.Text != wanted)
            {
                yield return Finding.Violation(group, $"its family is {family}, {database.Name} needs {wanted}", family.Path);
            }
            else if (group.Region != database.Region)
            {
                yield return Finding.Violation(database, $"its parameter group is in {group.Region}, it is in {database.Region}", reference.Path);
            }
        }
    }
}
