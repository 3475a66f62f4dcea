using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaIsMonitored() : ResourceRule([MskTypes.Cluster, .. StrimziTypes.Clusters])
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        node.Type == MskTypes.Cluster ? OfMsk(node) : [OfStrimzi(node["spec"]["kafka"]["metricsConfig"])];

    private static Verdict OfStrimzi(Prop metrics) => metrics.IsUnknown ? Verdict.Unknown(metrics.Path)
        : metrics.IsStated() ? Verdict.Compliant
        : Verdict.Violation("its brokers publish no metrics: metricsConfig is not stated", metrics.Path);

    private static IEnumerable<Verdict> OfMsk(Node node)
    {
        var level = node["enhancedMonitoring"];
        yield return level.IsUnknown ? Verdict.Unknown(level.Path)
            : level.Text is null or "DEFAULT" ? Verdict.Violation("enhancedMonitoring is DEFAULT, PER_BROKER or finer needed", level.Path)
            : Verdict.Compliant;
        var logs = node["loggingInfo"]["brokerLogs"];
        yield return logs.IsUnknown ? Verdict.Unknown(logs.Path)
            : logs.Members.Any(target => target.Value["enabled"].Flag == true) ? Verdict.Compliant
            : Verdict.Violation("its broker logs are not delivered", "loggingInfo.brokerLogs");
        foreach (var (target, name) in new[] { ("cloudwatchLogs", "logGroup"), ("firehose", "deliveryStream"), ("s3", "bucket") })
        {
            if (logs[target]["enabled"].Flag == true && !logs[target][name].IsStated())
            {
                yield return Verdict.Violation($"{target} names no {name}", logs[target][name].Path);
            }
        }
    }
}
