using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDatabaseHasOneMasterUser : StackRule
{
    private static readonly string[] Passwords = ["masterPassword", "masterPasswordWo"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            Node[] holders = [.. database.Members.Where(HasPassword)];
            foreach (var holder in holders)
            {
                if (ClusterCopies.Of(database).Settings(holder).FirstOrDefault(reason => Passwords.Contains(reason.Property)) is { } reason)
                {
                    yield return Finding.Of(reason);
                }
                else if (!holder["masterUsername"].IsStated())
                {
                    yield return Finding.Violation(holder, "it states a master password without a user", "masterUsername");
                }
            }

            // The first writer is declared beside the global cluster; elsewhere it may be in a stack that was not given.
            if (holders.Length == 0 && database.Global is { } global
                && database.Members.FirstOrDefault(member => member.Stack == global.Stack && !member["sourceRegion"].IsStated()) is { } writer
                && GlobalDatabase.IsSecondary(writer))
            {
                yield return Finding.Violation(writer, "no member states the master password", "masterPassword");
            }
        }
    }

    private static bool HasPassword(Node cluster) => Array.Exists(Passwords, property => cluster.Input(property).IsStated());
}
