using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.DynamoDb;

/// <summary>
/// A table with its replicas, whichever way they are declared: in the table's own list, as TableReplica beside it or in another stack, or
/// as tables of one name that a GlobalTable of the version of 2017 joins.
/// </summary>
/// <param name="Table">The table that states the keys and the list.</param>
/// <param name="Legacy">The global table of 2017; null where there is none.</param>
/// <param name="Places">The table first.</param>
internal sealed record GlobalTables(Node Table, Node? Legacy, IReadOnlyList<TablePlace> Places)
{
    public const string ReplicasProperty = "replicas";

    /// <summary>Its name; null where only the deployment will tell.</summary>
    public string? Name => Table["name"].Text;

    /// <summary>The attribute that items are found by.</summary>
    public Prop HashKey => Table["hashKey"];

    /// <summary>All tables, those that a global table of 2017 joins as one.</summary>
    public static IReadOnlyList<GlobalTables> AllIn(Estate estate)
    {
        var joined = new Dictionary<Node, (Node Legacy, IReadOnlyList<Node> Tables)>();
        foreach (var legacy in estate.OfType(DynamoDbTypes.GlobalTable))
        {
            var tables = JoinedBy(estate, legacy);
            foreach (var table in tables)
            {
                joined.TryAdd(table, (legacy, tables));
            }
        }

        return
        [
            .. from table in estate.OfType(DynamoDbTypes.Table)
               let legacy = joined.GetValueOrDefault(table)
               where legacy.Tables is null || legacy.Tables[0] == table
               select new GlobalTables(table, legacy.Legacy, [.. PlacesOf(estate, table), .. LegacyPlaces(legacy.Legacy, legacy.Tables ?? [])]),
        ];
    }

    /// <summary>The table with the replicas that it, or another resource, states for it.</summary>
    public static IReadOnlyList<TablePlace> PlacesOf(Estate estate, Node table)
    {
        var replicas = ReplicasOf(estate, table);
        var beside = replicas.Select(replica => replica.Region).ToHashSet(StringComparer.Ordinal);
        return
        [
            Own(table),

            // The state of the table lists what a TableReplica states elsewhere: that resource tells more of it, and it is one copy.
            .. Listed(table).Where(place => !(place.Region is { } region && beside.Contains(region))),
            .. replicas.Select(Beside),
        ];
    }

    /// <summary>The replicas of the table's own list; where the list is not known, one place that says so.</summary>
    public static IReadOnlyList<TablePlace> Listed(Node table)
    {
        var list = ListOf(table);
        var reported = table.Input(ReplicasProperty).IsAbsent;
        return list.IsUnknown
            ? [new TablePlace(table, null, list) { IsReported = reported }]
            : [.. list.Items.Select(replica => Listed(table, replica, reported))];
    }

    /// <summary>Whether a write waits for the replicas: the table has no lag then. Null where that is not known.</summary>
    public static bool? IsStrong(Node table)
    {
        var places = Listed(table);
        return places.Any(place => place.Consistency.Text == "STRONG") || table["globalTableWitness"].IsKnown ? true
            : places.Any(place => place.Consistency.IsUnknown || place.IsListUnknown) ? null
            : false;
    }

    /// <summary>
    /// Whether every write is in another Region before it is acknowledged: a place asks for it, and three Regions hold the table, or two and
    /// a witness (fact ddb-mrsc-topology). Null where only the deployment will tell.
    /// </summary>
    public bool? WaitsForAnotherRegion => Places.Any(place => place.Consistency.IsUnknown) ? null
        : Places.Any(place => place.Consistency.Text == "STRONG")
            && Places.Count(place => !place.IsUnknown) + (Table["globalTableWitness"]["regionName"].IsAbsent ? 0 : 1)
                >= FactBook.Get("ddb-mrsc-topology").Number;

    /// <summary>
    /// All tables and replicas whose options these stacks state. What only the state of a table tells of, another stack declares: a replica
    /// without the option there is no replica without it.
    /// </summary>
    public static IEnumerable<TablePlace> Stated(Estate estate) =>
    [
        .. estate.OfType(DynamoDbTypes.Table).SelectMany(table => PlacesOf(estate, table)).Where(place => !place.IsReported || place.IsUnknown),
        .. estate.OfType(DynamoDbTypes.TableReplica)
            .Where(replica => estate.References.Follow(replica, "globalTableArn", DynamoDbTypes.Table).Target is null).Select(Beside),
    ];

    /// <summary>The TableReplica resources of a table.</summary>
    public static IReadOnlyList<Node> ReplicasOf(Estate estate, Node table) => estate.UsersOf(table, DynamoDbTypes.TableReplica, "globalTableArn");

    /// <summary>The replicas as the next update takes them: the program's own list, or the state's where it states none or ignores its changes.</summary>
    private static Prop ListOf(Node table) => IgnoredChanges.Contain(table, ReplicasProperty) && table.Output(ReplicasProperty) is { IsKnown: true } state
        ? state
        : table[ReplicasProperty];

    /// <summary>Why the service refuses to make a replica.</summary>
    public IEnumerable<Reason> Refusals(TablePlace place)
    {
        if (place == Places[0] || place.IsUnknown || place.IsReported)
        {
            yield break;
        }

        if (Legacy is not null && place.Node.Type == DynamoDbTypes.Table && place.Node != Table)
        {
            foreach (var reason in Joining(place.Node))
            {
                yield return reason;
            }

            yield break;
        }

        // A Region holds one copy of a table (docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateReplicationGroupMemberAction.html).
        if (place.RegionName.Text is "" || (place.Region is null && place.RegionName.IsAbsent && place.Node == Table))
        {
            yield return new Reason("a replica has no Region", place.Node, place.RegionName.Path);
        }
        else if (Places.Skip(1).TakeWhile(other => other != place).Any(other => other.Region is { } taken && taken == place.Region))
        {
            yield return new Reason($"it already has a copy in {place.Region}", place.Node, place.RegionName.Path);
        }

        // "KMSMasterKeyId must be specified for each replica" (github.com/hashicorp/terraform-provider-aws/issues/17422): a table under a
        // customer key takes no replica under another kind of key.
        var encryption = Table["serverSideEncryption"];
        if (encryption["enabled"].Flag != false && encryption["kmsKeyArn"].IsStated() && !place.Key.IsStated())
        {
            yield return new Reason($"{place.Name} has no key, but {Table.Name} has a customer managed key", place.Node, place.Key.Path);
        }
    }

    /// <summary>
    /// What CreateGlobalTable asks of a table of 2017: the same primary key, and a stream of new and old images
    /// (docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateGlobalTable.html).
    /// </summary>
    public IEnumerable<Reason> Joining(Node table)
    {
        foreach (var property in new[] { "hashKey", "rangeKey" })
        {
            var (own, other) = (table[property], Table[property]);
            if (!own.IsUnknown && !other.IsUnknown && own.Text != other.Text)
            {
                yield return new Reason($"its {property} is {own}, but {Table.Name} in {Table.Region} has {other}", table, property);
            }
        }

        var view = table["streamViewType"];
        if (view.IsUnknown || table["streamEnabled"].IsUnknown)
        {
            yield return Reason.Unknown(table, view.IsUnknown ? view.Path : "streamEnabled");
        }
        else if (table["streamEnabled"].Flag != true || view.Text != "NEW_AND_OLD_IMAGES")
        {
            yield return new Reason("it is part of a global table, but its stream does not have NEW_AND_OLD_IMAGES", table, view.Path);
        }
    }

    private static TablePlace Own(Node table) => new(table, table.Region, default)
    {
        PointInTime = table["pointInTimeRecovery"]["enabled"],
        WindowDays = table["pointInTimeRecovery"]["recoveryPeriodInDays"],
        Key = table["serverSideEncryption"]["kmsKeyArn"],
        DeletionProtection = table["deletionProtectionEnabled"],
    };

    private static TablePlace Listed(Node table, Prop replica, bool reported) => new(table, replica["regionName"].Text, replica["regionName"])
    {
        IsReported = reported,
        PointInTime = replica["pointInTimeRecovery"],
        Key = replica["kmsKeyArn"],
        PropagateTags = replica["propagateTags"],
        Consistency = replica["consistencyMode"],
        DeletionProtection = replica["deletionProtectionEnabled"],
        Name = $"the replica in {replica["regionName"]}",
    };

    private static TablePlace Beside(Node replica) => new(replica, replica.Region, default)
    {
        PointInTime = replica["pointInTimeRecovery"],
        Key = replica["kmsKeyArn"],
        DeletionProtection = replica["deletionProtectionEnabled"],
        Name = "the replica",
    };

    // Tables of the name of the global table, in the Regions that it lists; while one of these is not known, in any.
    private static IReadOnlyList<Node> JoinedBy(Estate estate, Node legacy)
    {
        var regions = legacy[ReplicasProperty].Items.Select(replica => replica["regionName"]).ToArray();
        var open = legacy[ReplicasProperty].IsUnknown || Array.Exists(regions, region => region.IsUnknown);
        return legacy["name"].Text is not { } name ? []
            : [.. estate.OfType(DynamoDbTypes.Table)
                .Where(table => table["name"].Text == name && (open || Array.Exists(regions, region => region.Text == table.Region)))];
    }

    private static IEnumerable<TablePlace> LegacyPlaces(Node? legacy, IReadOnlyList<Node> tables)
    {
        if (legacy is null)
        {
            yield break;
        }

        var list = legacy[ReplicasProperty];
        if (list.IsUnknown)
        {
            yield return new TablePlace(legacy, null, list);
        }

        foreach (var replica in list.Items.Select(replica => replica["regionName"]).Where(region => region.IsUnknown))
        {
            yield return new TablePlace(legacy, null, replica);
        }

        foreach (var table in tables.Skip(1).Where(_ => !list.IsUnknown))
        {
            yield return Own(table) with { Name = $"the table in {table.Region}" };
        }
    }
}
