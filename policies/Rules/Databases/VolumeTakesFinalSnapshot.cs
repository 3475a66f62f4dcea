using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeTakesFinalSnapshot : ResourceRule
{
    public override string Description => "A volume that is deleted leaves a snapshot.";

    public override string Why => "Deleting a volume is final at once.";

    public override string Fix => "Set finalSnapshot to true.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> AppliesTo => [EbsTypes.Volume];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [FlagVerdict.Of(node["finalSnapshot"], wanted: true, serviceDefault: false, "a deletion leaves no snapshot")];
}
