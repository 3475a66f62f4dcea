using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersRunOneEngine : StackRule
{
    public override string Description => "All members of a global database run the engine and the version of the global cluster.";

    public override string Why =>
        "A managed failover needs the same major and minor version; with another one the standby can only be cut off and promoted by hand.";

    public override string Fix => "Decide on one version, the newer of the two where one was upgraded, and state it on the global cluster and every member from one constant.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1", "F3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            if (database.Model is not { } model)
            {
                continue;
            }

            foreach (var node in database.Members.Prepend(model).Distinct())
            {
                foreach (var finding in Compare(node, model))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Compare(Node node, Node model)
    {
        // Where one says nothing, RDS takes a default that changes with time.
        foreach (var property in new[] { "engine", "engineVersion" })
        {
            var own = node[property].Text;
            var other = model[property].Text;
            if (string.IsNullOrEmpty(own) || string.IsNullOrEmpty(other))
            {
                if (node != model || own != other || string.IsNullOrEmpty(own))
                {
                    yield return Finding.Unknown(string.IsNullOrEmpty(own) ? node : model, property);
                }
            }
            else if (property == "engine" ? own != other : !DatabaseEngine.SameVersion(own, other))
            {
                yield return Finding.Violation(node, $"it runs {property} {own}, {model.Name} runs {other}", property);
            }
        }
    }
}
