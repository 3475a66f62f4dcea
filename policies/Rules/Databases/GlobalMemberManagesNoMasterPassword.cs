using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberManagesNoMasterPassword : ResourceRule
{
    protected override RuleDescriptor About => new(
        "The master password of a global database is not managed by RDS.",
        Why: "RDS does not support a managed password in a global database: there is none in the standby Region when it is promoted.",
        Fix: "Remove manageMasterUserPassword; keep the password in a secret with a replica in the standby Region.",
        Severity.High, "B6 F1");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!GlobalDatabase.IsMember(node))
        {
            return [Verdict.NotApplicable("it is in no global database")];
        }

        return [FlagVerdict.Of(node["manageMasterUserPassword"], wanted: false, serviceDefault: false, "RDS is asked to manage the master password")];
    }
}
