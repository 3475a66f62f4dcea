using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Sqs;

internal static class MessageRetention
{
    /// <summary>How long messages are kept that nobody takes; four days where nothing is stated (fact sqs-retention-default).</summary>
    public static StatedNumber Seconds(Node queue) => new(queue["messageRetentionSeconds"], 345600);
}
