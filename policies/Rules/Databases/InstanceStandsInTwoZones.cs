using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class InstanceStandsInTwoZones : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("a read replica is not what writes")];
        }

        return [FlagVerdict.Of(node["multiAz"], wanted: true, serviceDefault: false, "it stands in one zone only")];
    }
}
