using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueOrStreamStandsInBothRegions : AssessmentRule
{
    private static readonly string[] Alike =
    [
        "fifoQueue", "contentBasedDeduplication", "messageRetentionSeconds", "visibilityTimeoutSeconds", "delaySeconds", "retentionPeriod", "maxMessageSize",
        "streamModeDetails", "shardCount",
    ];

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var store in recovery.Stores.Where(store => store.Kind is "queue" or "stream" && store.Node.Type is SqsTypes.Queue or KinesisTypes.Stream))
        {
            var promise = recovery.Promises.For(store.Workload);
            if (promise?.Regions is not { } regions || regions.Primary == regions.Standby)
            {
                continue;
            }

            if (store.Members.Count == 1)
            {
                if (promise.HasStackOf("primary") && promise.HasStackOf("standby"))
                {
                    yield return Finding.Violation(
                        store.Node,
                        $"it is only in {store.Home
                            ?? "one Region"}: it has no counterpart in {(store.Home == regions.Standby ? regions.Primary : regions.Standby)}");
                }

                continue;
            }

            foreach (var twin in store.Members.Skip(1))
            {
                foreach (var property in Alike.Where(property => twin[property].ToString() != store.Node[property].ToString()))
                {
                    yield return twin[property].IsUnknown || store.Node[property].IsUnknown ? Finding.Unknown(twin, property)
                        : Finding.Violation(twin, $"its {property} is {twin[property]}, but {store.Node[property]} in {store.Home}", property);
                }
            }
        }
    }
}
