using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Kinesis;

internal static class StreamRetention
{
    /// <summary>How long records are kept; a day where nothing is stated (fact kinesis-retention-default).</summary>
    public static StatedNumber Hours(Node stream) => new(stream["retentionPeriod"], 24);
}
