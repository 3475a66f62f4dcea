using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Sqs;

internal static class MessageRetention
{
    /// <summary>How long messages are kept that nobody takes; the default where nothing is stated.</summary>
    public static StatedNumber Seconds(Node queue) => new(queue["messageRetentionSeconds"], FactBook.Number("sqs-retention-default"));
}
