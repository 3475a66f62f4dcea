using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberManagesNoMasterPassword : ResourceRule
{
    public override string Description => "The master password of a global database is not managed by RDS.";

    public override string Why =>
        "RDS does not support a managed password in a global database: there is none in the standby Region when it is promoted.";

    public override string Fix => "Remove manageMasterUserPassword; keep the password in a secret with a replica in the standby Region.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6", "F1"];

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
