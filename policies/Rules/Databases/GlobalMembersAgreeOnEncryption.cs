using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAgreeOnEncryption : StackRule
{
    protected override RuleDescriptor About => new(
        "A global cluster and all its members are encrypted, or none is.",
        Why: "A member that differs cannot join, and encryption cannot be changed in place: the standby would have to be built anew.",
        Fix: "Set storageEncrypted to true on the global cluster and on every member; one that is not encrypted has to be built anew.",
        Severity.High, "B5 F1", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from database in GlobalDatabase.AllIn(context.Estate)
        where database.Members.Count > 0
        let copies = ClusterCopies.Of(database)
        from member in copies.Members
        from reason in copies.Encryption(member)
        select Finding.Of(reason);
}
