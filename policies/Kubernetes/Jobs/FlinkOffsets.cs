using System.Text.RegularExpressions;

namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// Where the sources of a Flink job begin, as far as arguments and variables tell: at the offsets that their consumer group committed. Source:
/// nightlies.apache.org/flink, "Apache Kafka Connector" (Starting Offset) and "Apache Kafka SQL Connector" (scan.startup.mode).
/// </summary>
internal static partial class FlinkOffsets
{
    /// <summary>The first that says so; absent where none does.</summary>
    public static Prop In(IEnumerable<Prop> texts) => texts.FirstOrDefault(text => text.Text is { } value && Committed().IsMatch(value));

    [GeneratedRegex("group[-_ ]?offsets?|committed[-_ ]?offsets?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Committed();
}
