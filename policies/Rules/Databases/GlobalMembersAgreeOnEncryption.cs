using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAgreeOnEncryption : StackRule
{
    public override string Description => "A global cluster and all its members are encrypted, or none is.";

    public override string Why =>
        "A member that differs cannot join, and encryption cannot be changed in place: the standby would have to be built anew.";

    public override string Fix => "Set storageEncrypted alike on the global cluster and on every member.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5", "F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            // What a member must be like: the global cluster, unless it takes its encryption from its first member.
            var model = database.Global is { } global && !global["sourceDbClusterIdentifier"].IsStated() ? global : database.Members is [var first, ..] ? first : null;
            foreach (var member in database.Members.Where(member => member != model))
            {
                var own = member["storageEncrypted"];
                var other = model!["storageEncrypted"];
                if (own.IsUnknown || other.IsUnknown)
                {
                    yield return Finding.Unknown(own.IsUnknown ? member : model, "storageEncrypted");
                }
                else if ((own.Flag ?? false) != (other.Flag ?? false))
                {
                    yield return Finding.Violation(member, $"it is {Word(own)}, but {model.Name} is {Word(other)}", "storageEncrypted");
                }
            }
        }
    }

    private static string Word(Prop encrypted) => encrypted.Flag == true ? "encrypted" : "not encrypted";
}
