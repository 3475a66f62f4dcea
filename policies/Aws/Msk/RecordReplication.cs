using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>What carries records to another cluster as they are, with the schema ids that are in them.</summary>
/// <param name="Node">A replicator of MSK, or a mirror that Strimzi runs.</param>
/// <param name="CopiesRegistry">Whether it copies the topic of a Confluent registry too, so that ids mean the same there; null where that is not known.</param>
/// <param name="ConvertsGlueIds">Whether it writes the ids of the other Region's Glue registry into the records.</param>
internal sealed partial record RecordReplication(Node Node, bool? CopiesRegistry, bool ConvertsGlueIds)
{
    private const string RegistryTopic = "_schemas";

    public static IReadOnlyList<RecordReplication> In(Estate estate) =>
    [
        .. estate.OfType(MskTypes.Replicator).Select(OfReplicator),
        .. estate.OfTypes(estate.Types.Where(type => Mirror().IsMatch(type)).Order(StringComparer.Ordinal)).Select(OfMirror),
    ];

    private static RecordReplication OfReplicator(Node node)
    {
        var topics = node["replicationInfoList"].Items.SelectMany(info => info["topicReplications"].Items).ToArray();
        var taken = topics.SelectMany(topic => topic["topicsToReplicates"].Items).ToArray();
        var left = topics.SelectMany(topic => topic["topicsToExcludes"].Items).ToArray();
        return new RecordReplication(
            node,
            taken.Concat(left).Any(pattern => pattern.IsUnknown) ? null : taken.Any(Takes) && !left.Any(Takes),
            ConvertsGlueIds: false);
    }

    // https://strimzi.io/docs: a topicsPattern of each mirror, a list with commas or an expression; all topics where none is stated.
    private static RecordReplication OfMirror(Node node)
    {
        var mirrors = node["spec"]["mirrors"].Items;
        var patterns = mirrors.Select(mirror => mirror["topicsPattern"]).ToArray();
        return new RecordReplication(
            node,
            Array.Exists(patterns, pattern => pattern.IsUnknown) ? null
                : mirrors.Any(mirror => (mirror["topicsPattern"].IsAbsent || Takes(mirror["topicsPattern"])) && !Takes(mirror["topicsExcludePattern"])),
            Texts(node["spec"]).Any(text => text.Contains("CrossRegionSchemaReplication", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Takes(Prop pattern) => pattern.Text is { } text && text.Split(',').Any(part => Matches(part.Trim()));

    private static bool Matches(string pattern)
    {
        try
        {
            return Regex.IsMatch(RegistryTopic, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Texts(Prop value)
    {
        var inner = value.Members.Select(member => member.Value).Concat(value.Value is ListValue ? value.Items : []).ToArray();
        return inner.Length > 0 ? inner.SelectMany(Texts) : value.Text is { } text ? [text] : [];
    }

    [GeneratedRegex(@"^kubernetes:kafka\.strimzi\.io/\w+:KafkaMirrorMaker2?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mirror();
}
