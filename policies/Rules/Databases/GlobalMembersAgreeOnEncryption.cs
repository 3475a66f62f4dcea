using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAgreeOnEncryption : StackRule
{
    public override string Description => "A global cluster and all its members are encrypted, or none is.";

    public override string Why =>
        "A member that differs cannot join, and encryption cannot be changed in place: the standby would have to be built anew.";

    public override string Fix => "Set storageEncrypted to true on the global cluster and on every member; one that is not encrypted has to be built anew.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5", "F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var database in GlobalDatabase.AllIn(context.Estate))
        {
            var model = database.Model;
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
                    // Nobody is to take encryption away.
                    var (plain, encrypted) = own.Flag == true ? (model, member) : (member, model);
                    yield return Finding.Violation(plain, $"it is not encrypted, but {encrypted.Name} is encrypted", "storageEncrypted");
                }
            }
        }
    }
}
