using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersShareThePort : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate).Where(database => database.Members.Count > 1))
        {
            var first = database.Primary!;
            foreach (var member in database.Members)
            {
                if (member["port"].IsUnknown)
                {
                    yield return Finding.Unknown(member, "port");
                }
                else if (!first["port"].IsUnknown && Port(member) != Port(first))
                {
                    yield return Finding.Violation(member, $"it listens on {Port(member)}, {first.Name} on {Port(first)}", "port");
                }
            }
        }
    }

    private static double? Port(Node cluster) => cluster["port"].Number ?? DatabaseEngine.DefaultPort(cluster["engine"].Text);
}
