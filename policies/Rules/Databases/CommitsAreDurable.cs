using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class CommitsAreDurable : ResourceRule
{
    private static readonly (string Name, string[] Durable)[] Settings =
    [
        ("innodb_flush_log_at_trx_commit", ["1"]),
        ("sync_binlog", ["1"]),
        ("fsync", ["on", "1", "true"]),
        ("full_page_writes", ["on", "1", "true"]),
        ("synchronous_commit", ["on", "remote_apply", "remote_write", "local"]),
    ];

    protected override RuleDescriptor About => new(
        "A commit is on disk before the client is told so.",
        Why: "Relaxed flushing loses up to a second of confirmed transactions in a crash or a failover, which no recovery objective of zero allows.",
        Fix: "Leave innodb_flush_log_at_trx_commit at 1, sync_binlog at 1, fsync and synchronous_commit at on.",
        Severity.High, "F1",
        Published: "TA RDS innodb_flush_log_at_trx_commit not 1");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.ClusterParameterGroup, RdsTypes.ParameterGroup];

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
