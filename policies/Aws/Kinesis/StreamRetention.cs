using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Kinesis;

internal static class StreamRetention
{
    /// <summary>How long records are kept; the default where nothing is stated.</summary>
    public static StatedNumber Hours(Node stream) => new(stream["retentionPeriod"], FactBook.Number("kinesis-retention-default"));
}
