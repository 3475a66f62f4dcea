using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Neptune;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseExportsLogs() : ResourceRule(DatabaseTypes.BackedUp)
{
    private static readonly string[] Telling = ["postgresql", "error", "alert", "diag.log", "audit", "iam-db-auth-error"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var logs = node[node.Type == NeptuneTypes.Cluster ? "enableCloudwatchLogsExports" : "enabledCloudwatchLogsExports"];
        if (logs.IsUnknown || logs.Items.Any(log => log.IsUnknown) || logs.Value is ListValue list && list.Any(log => log is UnknownValue))
        {
            return [Verdict.Unknown(logs.Path)];
        }

        return [logs.Items.Any(log => Telling.Contains(log.Text, StringComparer.Ordinal))
            ? Verdict.Compliant
            : Verdict.Violation("no error log is exported", logs.Path)];
    }
}
