namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>Which topics a replicator of Kafka takes: those that a pattern takes and none leaves out.</summary>
/// <param name="Taken">The patterns of what is taken.</param>
/// <param name="LeftOut">The patterns of what is left out, which win.</param>
/// <param name="From">The property that says so.</param>
internal sealed record TopicFilter(IReadOnlyList<TopicPattern> Taken, IReadOnlyList<TopicPattern> LeftOut, Prop From)
{
    /// <summary>Whether a property that says so is not known before the deployment.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The patterns of applications' topics that are left out.</summary>
    public IEnumerable<TopicPattern> Excluded => LeftOut.Where(pattern => !pattern.IsInternal);

    public bool TakesAll => Taken.Any(pattern => pattern.TakesAll) && !Excluded.Any();

    /// <summary>Null where it cannot be told.</summary>
    public bool? Takes(string topic)
    {
        bool?[] left = [.. LeftOut.Select(pattern => pattern.Takes(topic))];
        bool?[] taken = [.. Taken.Select(pattern => pattern.Takes(topic))];
        return IsUnknown ? null
            : left.Contains(true) ? false
            : taken.Contains(true) ? left.Contains(null) ? null : true
            : taken.Contains(null) ? null
            : false;
    }

    /// <summary>
    /// Why the topics of a cluster are not all taken; null where they are. Of a cluster whose topics nobody declares only a filter that takes
    /// all is sure to.
    /// </summary>
    /// <param name="topics">Those that the program declares; what they are called.</param>
    /// <param name="who">The replicator, for the reason.</param>
    public string? Misses(IReadOnlyCollection<string> topics, string who) =>
        topics.FirstOrDefault(topic => Takes(topic) == false) is { } missed ? $"{who} leaves out the topic {missed}"
        : TakesAll || topics.Count > 0 ? null
        : Taken.Count == 0 ? $"{who} copies no topics"
        : Excluded.FirstOrDefault() is { } excluded && Taken.Any(pattern => pattern.TakesAll) ? $"{who} leaves out topics that match {excluded}"
        : $"{who} copies only some topics";

    /// <summary>Names that two filters may both take, to be tried: made of their patterns.</summary>
    public static IEnumerable<string> Shared(TopicFilter one, TopicFilter other) =>
        (from first in one.Taken
         from second in other.Taken
         from wild in new[] { "", "x" }
         from name in (first.Examples(second.TakesAll ? wild : second.Examples("")?[0] ?? wild) ?? []).Concat(first.Examples(wild) ?? [])
             .Concat(second.Examples(first.TakesAll ? wild : first.Examples("")?[0] ?? wild) ?? []).Concat(second.Examples(wild) ?? [])
         where name.Length > 0
         select name).Distinct(StringComparer.Ordinal);

    /// <summary>Whether every pattern is one that names can be made of.</summary>
    public bool IsPlain => Taken.All(pattern => pattern.Examples("x") is not null);
}
