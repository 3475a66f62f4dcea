using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceTableHasPointInTimeRecovery : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [KeyspacesTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var status = node["pointInTimeRecovery"]["status"];
        yield return status.IsUnknown ? Verdict.Unknown(status.Path)
            : status.Text == "ENABLED" ? Verdict.Compliant
            : Verdict.Violation($"point-in-time recovery is {status.Text ?? "DISABLED"}", status.Path);
    }
}
