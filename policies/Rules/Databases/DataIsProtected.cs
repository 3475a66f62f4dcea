using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DataIsProtected : ResourceRule
{
    public override string Description => "Pulumi is told never to delete or replace what holds data.";

    public override string Why =>
        "Without protect a changed property that needs a replacement, or a destroy in the wrong stack, leaves the workload with an empty store.";

    public override string Fix => "Set the resource option protect.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> AppliesTo => [.. DatabaseTypes.Data];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node.Type == DatabaseTypes.Instance && InstanceReplica.IsLocal(node))
        {
            return [InstanceReplica.NotJudged];
        }

        return [node.Resource.Protect ? Verdict.Compliant : Verdict.Violation("an update may delete or replace it: protect is off", "protect")];
    }
}
