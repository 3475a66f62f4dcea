using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class CommitsAreDurable() : ResourceRule(RdsTypes.ClusterParameterGroup, RdsTypes.ParameterGroup)
{
    private static readonly (string Name, string[] Durable)[] Settings =
    [
        ("innodb_flush_log_at_trx_commit", ["1"]),
        ("sync_binlog", ["1"]),
        ("fsync", ["on", "1", "true"]),
        ("full_page_writes", ["on", "1", "true"]),
        ("synchronous_commit", ["on", "remote_apply", "remote_write", "local"]),
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var (name, durable) in Settings)
        {
            var value = DatabaseEngine.Parameter(node, name);
            if (value.IsUnknown)
            {
                yield return Verdict.Unknown(value.Path);
            }
            else if (value.Text is { } text && !durable.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                yield return Verdict.Violation($"{name} is {text}, {durable[0]} needed", "parameters");
            }
        }
    }
}
