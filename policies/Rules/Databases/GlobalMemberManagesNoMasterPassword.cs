using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberManagesNoMasterPassword() : ResourceRule(RdsTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!GlobalDatabase.IsMember(node))
        {
            return [Verdict.NotApplicable("it is in no global database")];
        }

        return [FlagVerdict.Of(node["manageMasterUserPassword"], wanted: false, serviceDefault: false, "RDS manages the master password")];
    }
}
