using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class IamDatabaseAuthenticationIsOn() : ResourceRule(RdsTypes.Cluster, RdsTypes.Instance)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var engine = node["engine"].Text;
        if (engine is not null && !DatabaseEngine.IsPostgres(engine) && !DatabaseEngine.IsMySql(engine))
        {
            return [Verdict.NotApplicable("the engine has no IAM authentication")];
        }

        return [FlagVerdict.Of(node["iamDatabaseAuthenticationEnabled"], wanted: true, serviceDefault: false, "it accepts passwords only")];
    }
}
