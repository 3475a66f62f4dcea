using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDatabaseHasOneMasterUser : StackRule
{
    private static readonly string[] Passwords = ["masterPassword", "masterPasswordWo"];

    protected override RuleDescriptor About => new(
        "Exactly one member of a global database, its first writer, states the master user.",
        Why: "A secondary with credentials is refused; a first writer without them cannot be made, not even when the database is rebuilt.",
        Fix: "State masterUsername and masterPassword on the primary member, and neither on the others.",
        Severity.High, "F1");

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
