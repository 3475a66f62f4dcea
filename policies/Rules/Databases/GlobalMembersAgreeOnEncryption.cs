using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersAgreeOnEncryption : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from database in GlobalDatabase.AllIn(context.Estate)
        where database.Members.Count > 0
        let copies = ClusterCopies.Of(database)
        from member in copies.Members
        from reason in copies.Encryption(member)
        select Finding.Of(reason);
}
