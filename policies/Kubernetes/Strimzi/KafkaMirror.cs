namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>
/// One direction of a MirrorMaker: from which cluster to which, which topics, under which names. Sources: Apache Kafka, "Geo-replication" and
/// the configurations of MirrorMaker's connectors; Strimzi, KafkaMirrorMaker2 schema reference.
/// </summary>
/// <param name="Node">The resource that runs it.</param>
/// <param name="Settings">The entry of <c>mirrors</c>.</param>
internal sealed record KafkaMirror(Node Node, Prop Settings, MirrorEnd Source, MirrorEnd Target)
{
    private const string Policy = "replication.policy.class";
    private const string IdentityPolicy = "org.apache.kafka.connect.mirror.IdentityReplicationPolicy";
    private const string DefaultPolicy = "org.apache.kafka.connect.mirror.DefaultReplicationPolicy";

    public static IReadOnlyList<KafkaMirror> AllIn(Estate estate) => estate.Once<IReadOnlyList<KafkaMirror>>(static estate =>
        [.. estate.OfTypes(StrimziTypes.Mirrors).SelectMany(node => Of(estate, node))]);

    /// <summary>What copies the records; absent where nothing does.</summary>
    public Prop SourceConnector => Settings["sourceConnector"];

    /// <summary>What copies the positions of consumers; absent where nothing does.</summary>
    public Prop CheckpointConnector => Settings["checkpointConnector"];

    public Prop PolicyClass => SourceConnector["config"][Policy];

    /// <summary>Whether topics keep their names; false by MirrorMaker's default, which puts the source's alias before them. Null for another class.</summary>
    public bool? KeepsNames => PolicyClass.IsUnknown ? null : PolicyClass.Text switch
    {
        null or DefaultPolicy => false,
        IdentityPolicy => true,
        _ => null,
    };

    /// <summary>All topics where no pattern is stated.</summary>
    public TopicFilter Topics => Filter("topics", Settings["topicsPattern"], Settings["topicsExcludePattern"], Settings["topicsBlacklistPattern"]);

    public TopicFilter Groups => Filter("groups", Settings["groupsPattern"], Settings["groupsExcludePattern"], Settings["groupsBlacklistPattern"]);

    /// <summary>What a topic is called in the target; null where it would come back to where it was made, and is not copied.</summary>
    public string? NameOf(string topic) => KeepsNames == true ? topic : IsBack(topic) ? null : $"{Source.Alias}{Separator}{topic}";

    /// <summary>Why it copies nothing; null where it does.</summary>
    public Reason? Stopped
    {
        get
        {
            var (replicas, connector) = (Node["spec"]["replicas"], SourceConnector);
            return Settings.IsUnknown || connector.IsUnknown ? Reason.Unknown(Node, (Settings.IsUnknown ? Settings : connector).Path)
                : replicas.Number == 0 ? new Reason($"{Node.Name} runs no pods: replicas is 0", Node, replicas.Path)
                : connector.IsAbsent ? new Reason($"{Node.Name} has no sourceConnector, which copies the records", Node, connector.Path)
                : connector["state"].Text is "paused" or "stopped" || connector["pause"].Flag == true
                    ? new Reason($"the sourceConnector of {Node.Name} is {connector["state"].Text ?? "paused"}", Node, connector.Path)
                : null;
        }
    }

    /// <summary>Why it is no copy of all topics of its source; null where it is one. What another mirror brings from the target is there already.</summary>
    public Reason? Missing(Estate estate)
    {
        if (Source.Cluster is not { } source)
        {
            return null;
        }

        KafkaMirror[] back = [.. AllIn(estate).Where(other => other.Source.Identity == Target.Identity && other.Target.Identity == Source.Identity)];
        string[] topics =
        [
            .. source.Topics.Select(topic => topic.Name).OfType<string>()
                .Where(topic => !Array.Exists(back, other => other.KeepsNames == true && other.Topics.Takes(topic) == true && Topics.Takes(topic) == false)),
        ];
        return Topics.IsUnknown ? Reason.Unknown(Node, Topics.From.Path)
            : Topics.Misses(topics, Node.Name) is { } missing ? new Reason(missing, Node, Topics.From.Path)
            : null;
    }

    /// <summary>
    /// Why consumers of the target do not begin where those of the source were; null where they do, but for records that they get twice.
    /// </summary>
    public Reason? OffsetsLost
    {
        get
        {
            var (connector, config) = (CheckpointConnector, CheckpointConnector["config"]);
            var sync = config["sync.group.offsets.enabled"];
            return connector.IsUnknown || config.IsUnknown || sync.IsUnknown ? Reason.Unknown(Node, connector.Path)
                : connector.IsAbsent || (connector["state"].Text is "paused" or "stopped" || connector["pause"].Flag == true)
                    ? new Reason($"{Node.Name} runs no checkpointConnector, which copies the offsets of consumer groups", Node, connector.Path)
                : sync.Flag != true && sync.Text != "true" ? new Reason("sync.group.offsets.enabled is off, which is the default", Node, connector.Path)
                : config["emit.checkpoints.enabled"] is var emits && (emits.Flag == false || emits.Text == "false")
                    ? new Reason("emit.checkpoints.enabled is off, so there are no offsets to copy", Node, emits.Path)
                : config[Policy].Text != PolicyClass.Text
                    ? new Reason("the checkpointConnector has another replication.policy.class: offsets are written for other topic names", Node, config.Path)
                : !Groups.TakesAll ? new Reason($"{Node.Name} copies the offsets of some consumer groups only", Node, Settings["groupsPattern"].Path)
                : null;
        }
    }

    /// <summary>The settings of internal topics, with how many copies each has.</summary>
    public IEnumerable<(Prop Setting, double? Copies)> InternalCopies => new[]
        {
            SourceConnector["config"]["replication.factor"], SourceConnector["config"]["offset-syncs.topic.replication.factor"],
            CheckpointConnector["config"]["checkpoints.topic.replication.factor"],
            Settings["heartbeatConnector"]["config"]["heartbeats.topic.replication.factor"],
            Target.Settings["config"]["config.storage.replication.factor"], Target.Settings["config"]["offset.storage.replication.factor"],
            Target.Settings["config"]["status.storage.replication.factor"],
        }
        .Where(setting => setting.IsKnown).Select(setting => (setting, StrimziCluster.Number(setting)));

    private string Separator => SourceConnector["config"]["replication.policy.separator"].Text ?? ".";

    // By the default policy the name tells where a topic came from; one that came from the target is left there.
    private bool IsBack(string topic) => topic.Split(Separator).SkipLast(1).Contains(Target.Alias, StringComparer.Ordinal);

    private static IEnumerable<KafkaMirror> Of(Estate estate, Node node)
    {
        var spec = node["spec"];
        foreach (var settings in spec["mirrors"].Items)
        {
            yield return settings["source"].IsAbsent
                ? new KafkaMirror(
                    node, settings, MirrorEnd.Of(estate, node, Named(spec, settings["sourceCluster"])),
                    MirrorEnd.Of(estate, node, Named(spec, settings["targetCluster"].IsAbsent ? spec["connectCluster"] : settings["targetCluster"])))
                : new KafkaMirror(node, settings, MirrorEnd.Of(estate, node, settings["source"]), MirrorEnd.Of(estate, node, spec["target"]));
        }
    }

    // Before version v1 the clusters were listed, and mirrors named them by their alias.
    private static Prop Named(Prop spec, Prop alias) => spec["clusters"].Items.FirstOrDefault(cluster => cluster["alias"].Text == alias.Text);

    // Several patterns may stand in one text, or in the connector's own settings.
    private TopicFilter Filter(string what, Prop taken, Prop leftOut, Prop formerly)
    {
        var own = SourceConnector["config"];
        if (taken.IsAbsent)
        {
            taken = own[what];
        }

        var without = leftOut.IsAbsent ? formerly.IsAbsent ? own[$"{what}.exclude"] : formerly : leftOut;
        return new TopicFilter(Patterns(taken.Text ?? ".*"), Patterns(without.Text ?? ""), taken) { IsUnknown = taken.IsUnknown || without.IsUnknown };
    }

    private static IReadOnlyList<TopicPattern> Patterns(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pattern => new TopicPattern(pattern))];
}
