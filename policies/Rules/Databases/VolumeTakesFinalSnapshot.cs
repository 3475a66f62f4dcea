using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeTakesFinalSnapshot : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [EbsTypes.Volume];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["finalSnapshot"], wanted: true, serviceDefault: false, "a deletion leaves no snapshot")];
}
