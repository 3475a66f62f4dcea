namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>
/// Mirrors that pass the same records on to each other for ever. A topic's name is all by which MirrorMaker sees where its records came from,
/// so a circle needs one mirror at least that keeps names. Source: Apache Kafka, MirrorSourceConnector.isCycle and IdentityReplicationPolicy.
/// </summary>
internal static class MirrorCircles
{
    /// <summary>By mirror: the topic that goes round, and through which others.</summary>
    /// <param name="Topic">Null where only the deployment will tell.</param>
    internal sealed record Circle(KafkaMirror Mirror, IReadOnlyList<KafkaMirror> Ring, string? Topic);

    public static IReadOnlyList<Circle> In(Estate estate) => estate.Once<IReadOnlyList<Circle>>(static estate =>
    {
        KafkaMirror[] mirrors =
        [
            .. KafkaMirror.AllIn(estate).Where(mirror => mirror.Stopped is null && mirror.Source.Identity is not null && mirror.Target.Identity is not null),
        ];
        return [.. mirrors.SelectMany(mirror => Rings(mirrors, [mirror])).Select(Judge).OfType<Circle>().DistinctBy(circle => circle.Mirror)];
    });

    // Each ring is found once from each of its mirrors, so that every one of them is told.
    private static IEnumerable<KafkaMirror[]> Rings(KafkaMirror[] all, KafkaMirror[] path)
    {
        var end = path[^1].Target.Identity;
        if (end == path[0].Source.Identity)
        {
            yield return path;
            yield break;
        }

        foreach (var next in all.Where(next => next.Source.Identity == end && !path.Any(past => past.Source.Identity == next.Source.Identity)))
        {
            foreach (var ring in Rings(all, [.. path, next]))
            {
                yield return ring;
            }
        }
    }

    private static Circle? Judge(KafkaMirror[] ring)
    {
        if (ring.Length < 2 || ring.All(mirror => mirror.KeepsNames == false))
        {
            return null;
        }

        var topics = ring.SelectMany(mirror => mirror.Source.Cluster?.Topics ?? []).Select(topic => topic.Name).OfType<string>()
            .Concat(ring.SelectMany(one => ring.SelectMany(other => TopicFilter.Shared(one.Topics, other.Topics)))).Distinct(StringComparer.Ordinal);
        if (topics.FirstOrDefault(topic => GoesRound(ring, topic) == true) is { } goes)
        {
            return new Circle(ring[0], ring, goes);
        }

        return Array.Exists(ring, mirror => mirror.KeepsNames is null || mirror.Topics.IsUnknown || !mirror.Topics.IsPlain)
            ? new Circle(ring[0], ring, null)
            : null;
    }

    // Twice round: what is still copied then is copied for ever.
    private static bool? GoesRound(KafkaMirror[] ring, string topic)
    {
        var name = topic;
        foreach (var mirror in ring.Concat(ring))
        {
            if (mirror.KeepsNames is null || mirror.Topics.Takes(name) is not { } taken)
            {
                return null;
            }

            if (!taken || mirror.NameOf(name) is not { } next)
            {
                return false;
            }

            name = next;
        }

        return true;
    }
}
