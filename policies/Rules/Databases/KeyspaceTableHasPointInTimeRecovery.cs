using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableHasPointInTimeRecovery : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A table of Keyspaces can be restored to any moment.",
        Why: "Replicas follow every wrong write; Keyspaces keeps no other past.",
        Fix: "Set pointInTimeRecovery.status to ENABLED.",
        Severity.High, "B1 B4 H1");

    public override IReadOnlyList<string> AppliesTo => [KeyspacesTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var status = node["pointInTimeRecovery"]["status"];
        yield return status.IsUnknown ? Verdict.Unknown(status.Path)
            : status.Text == "ENABLED" ? Verdict.Compliant
            : Verdict.Violation($"point-in-time recovery is {status.Text ?? "DISABLED"}", status.Path);
    }
}
