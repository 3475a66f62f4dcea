using System.Globalization;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>What a cluster's configuration says of its topics.</summary>
/// <param name="ReplicationFactor">Copies of a topic that states none.</param>
/// <param name="InSyncReplicas">Copies that must acknowledge a write whose producer waits for all.</param>
/// <param name="RetentionHours">Null where nothing is said; infinity where records are kept for ever.</param>
/// <param name="UncleanElection">Whether a broker that lacks records may lead.</param>
/// <param name="Unknown">The property that must be known first; null where nothing is unknown.</param>
internal sealed record KafkaSettings(double ReplicationFactor, double InSyncReplicas, double? RetentionHours, bool UncleanElection, string? Unknown)
{
    public const string Property = "serverProperties";

    /// <summary>What Kafka keeps where no configuration says otherwise.</summary>
    public static readonly double DefaultRetentionHours = FactBook.Number("kafka-retention-default");

    public static KafkaSettings Of(Estate estate, Node cluster)
    {
        // Three copies in three zones, two in two.
        var known = FactBook.Get("msk-default-replication");
        var (fewest, most) = (known.Minimum!.Value, known.Maximum!.Value);
        var zones = BrokerZones.Count(estate, cluster);
        var copies = zones is null || zones >= most ? most : fewest;
        if (IsExpress(cluster))
        {
            return new KafkaSettings(most, most - 1, null, false, null);
        }

        var reference = estate.References.Follow(cluster, cluster["configurationInfo"]["arn"], MskTypes.Configuration);
        if (reference.IsAbsent)
        {
            return new KafkaSettings(Least(estate, cluster, copies), copies - 1, null, false, null);
        }

        var text = reference.Target?[Property];
        if (text?.Text is not { } properties)
        {
            return new KafkaSettings(copies, copies - 1, null, false, "configurationInfo.arn");
        }

        var values = Parse(properties);
        return new KafkaSettings(
            Least(estate, cluster, Number(values, "default.replication.factor") ?? copies),
            Number(values, "min.insync.replicas") ?? copies - 1,
            Retention(values),
            values.GetValueOrDefault("unclean.leader.election.enable") == "true",
            null);
    }

    /// <summary>Brokers that keep three replicas of everything in three zones, on storage that grows by itself.</summary>
    public static bool IsExpress(Node cluster) =>
        cluster["brokerNodeGroupInfo"]["instanceType"].Text?.StartsWith("express.", StringComparison.Ordinal) == true;

    /// <summary>The topics that a program declares.</summary>
    public static IReadOnlyList<Node> TopicsOf(Estate estate, Node cluster) => estate.UsersOf(cluster, MskTypes.Topic, "clusterArn");

    // Topics that are declared say how many replicas they have; the others get the default.
    private static double Least(Estate estate, Node cluster, double copies)
    {
        double[] declared = [.. TopicsOf(estate, cluster).Select(topic => topic["replicationFactor"].Number ?? copies)];
        return declared.Length == 0 ? copies : declared.Min();
    }

    private static double? Retention(Dictionary<string, string> values)
    {
        var milliseconds = Number(values, "log.retention.ms");
        return milliseconds is { } ms ? ms < 0 ? double.PositiveInfinity : ms / (UnitsOfTime.Hour * UnitsOfTime.MillisecondsPerSecond)
            : Number(values, "log.retention.minutes") is { } minutes ? minutes * UnitsOfTime.Minute / UnitsOfTime.Hour
            : Number(values, "log.retention.hours");
    }

    private static double? Number(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<string, string> Parse(string properties)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in properties.Split('\n'))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && !line.TrimStart().StartsWith('#'))
            {
                values[line[..at].Trim()] = line[(at + 1)..].Trim();
            }
        }

        return values;
    }
}
