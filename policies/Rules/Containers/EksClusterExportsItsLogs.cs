using DrInfra.Policies.Aws.Eks;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EksClusterExportsItsLogs() : ResourceRule(EksTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var logs = new EksCluster(node).Logs;
        string[] missing = [.. FactBook.Get("eks-log-types").Words.Where(type => !logs.Items.Any(log => log.Text == type))];
        yield return missing.Length == 0 ? Verdict.Compliant
            : logs.IsUnknown || logs.Items.Any(log => log.IsUnknown) ? Verdict.Unknown(logs.Path)
            : Verdict.Violation($"enabledClusterLogTypes lacks {string.Join(", ", missing)}", logs.Path);
    }
}
