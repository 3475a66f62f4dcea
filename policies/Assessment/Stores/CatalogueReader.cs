using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.LakeFormation;
using DrInfra.Policies.Aws.S3;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Databases of the Glue Data Catalog with their tables, those of one name in several Regions being one store. The service copies nothing to
/// another Region: what is declared there counts, as far as it leads to copies of the objects that outlive the first Region.
/// </summary>
internal sealed class CatalogueReader : IStoreReader
{
    public const string Kind = "catalogue";

    private const string NoOtherAccount = "AWS Glue copies no catalogue to another account; the program declares it again there";

    private static readonly Dictionary<Disruption, string> NoCopy = new() { [Disruption.Account] = NoOtherAccount };

    public IReadOnlyList<string> Types { get; } = [GlueTypes.CatalogDatabase, GlueTypes.CatalogTable];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var groups = CatalogueGroups.In(context.Estate, context.WorkloadOf);
        if (groups.Count == 0)
        {
            yield break;
        }

        var buckets = BucketReader.StoresByBucket(context);
        foreach (var group in groups)
        {
            yield return Of(context, buckets, group);
        }
    }

    private static string WorkloadOf(StoreContext context, CatalogueDatabase database) => CatalogueGroups.WorkloadOf(database, context.WorkloadOf);

    private static Store Of(StoreContext context, IReadOnlyDictionary<Node, Store> buckets, IReadOnlyList<CatalogueDatabase> group)
    {
        var home = HomeOf(context, buckets, group);
        var workload = group.Select(database => WorkloadOf(context, database)).FirstOrDefault(name => name.Length > 0) ?? "";
        var (label, size, change) = context.Describe(workload, Kind, home.First, home.Name ?? "");
        var store = new Store(home.First, workload, Kind, label, home.Region)
        {
            Members = [.. group.OrderByDescending(database => database == home).SelectMany(database => database.Members)],
            SizeGb = size,
            ChangeGbPerDay = change,
            NoCopyPossible = NoCopy,
        };
        return store with
        {
            Copies =
            [
                ZoneCopy.Synchronous(store, "AWS Glue"),
                .. group.Where(database => database != home).Select(twin => Twin(context, store, buckets, new CatalogueCopy(context.Estate, home, twin))),
                Definitions(context, store, buckets, home),
            ],
        };
    }

    // Where the work is done: in the primary Region, else where the objects come from.
    private static CatalogueDatabase HomeOf(
        StoreContext context, IReadOnlyDictionary<Node, Store> buckets, IReadOnlyList<CatalogueDatabase> group)
    {
        var primary = context.PromiseOf(WorkloadOf(context, group[0]))?.Regions?.Primary
            ?? group.SelectMany(database => PathsOf(context, database)).SelectMany(path => path.Buckets)
                .Select(bucket => buckets.GetValueOrDefault(bucket)?.Home).FirstOrDefault(region => region is not null);
        return group.FirstOrDefault(database => primary is not null && database.Region == primary) ?? group[0];
    }

    private static IEnumerable<DataPath> PathsOf(StoreContext context, CatalogueDatabase database) =>
    [
        .. database.Tables.Select(table => database.PathOf(context.Estate, table)).OfType<DataPath>(),
        .. database.Node is { } node && DataPath.Of(context.Estate, node, database.Location) is { } path ? [path] : Array.Empty<DataPath>(),
        .. database.CrawledPaths(context.Estate),
    ];

    private static Copy Twin(StoreContext context, Store store, IReadOnlyDictionary<Node, Store> buckets, CatalogueCopy copy)
    {
        var twin = copy.Twin;
        var builder = new CopyBuilder("catalogue of the other Region", twin.Region, twin.First)
            .Loses(Disruption.Corruption, "it is not older than the damage")
            .Loses(Disruption.Account, "the account can delete it");
        if (twin.Region is null || twin.Region == store.Home)
        {
            return builder.Loses(Disruption.Region, $"it is in {twin.Region ?? "one Region"} too").Build();
        }

        var grants = LakeGrant.Lacking(context.Estate, copy.Home, twin)
            .Select(grant => Reason.Uncertain($"a grant of Lake Formation is in {store.Home} only", grant.Node, grant.Property));
        if (Reason.Deciding(copy.Faults().Concat(grants)) is { } fault)
        {
            return builder.Loses(Disruption.Region, fault).Build();
        }

        var read = copy.Buckets().Select(pair => Objects(context, buckets, copy, pair.Home, pair.Twin)).ToArray();
        if (Array.Find(read, objects => objects.Lost is not null).Lost is { } lost)
        {
            return builder.Loses(Disruption.Region, lost).Build();
        }

        var declared = Derivation.Nothing("definitions", "they are declared in both Regions");
        var registered = copy.NeedsRegistration
            ? Registered(context, store, twin.First)
            : Derivation.Nothing("the tables are declared", "nothing has to be registered");
        return builder.Survives(
            Disruption.Region,
            read.Length == 0 ? declared : Derivation.Max("what the tables lack", [declared, .. read.Select(objects => objects.Use!.Staleness)]),
            Derivation.Sum($"read {store.Label} in {twin.Region}", [.. read.Select(objects => objects.Use!.Recovery), registered])).Build();
    }

    // The copy of the objects that a table of the other Region reads.
    private static (CopyUse? Use, Reason? Lost) Objects(
        StoreContext context, IReadOnlyDictionary<Node, Store> buckets, CatalogueCopy copy, Node home, Node twin)
    {
        var nothing = Derivation.Nothing($"{twin.Name} is in another Region", "no object is copied");
        if (home == twin || !buckets.TryGetValue(home, out var store))
        {
            return (new CopyUse(nothing, nothing), null);
        }

        var replica = store.Copies.FirstOrDefault(candidate => candidate.Node == twin)
            ?? BucketReader.CopiesOf(context, home).FirstOrDefault(candidate => candidate.Node == twin);
        if (replica is null || !replica.Uses.TryGetValue(Disruption.Region, out var use))
        {
            return (null, replica?.Lost.GetValueOrDefault(Disruption.Region) ?? new Reason($"{home.Name} is not replicated to {twin.Name}", copy.Twin.First));
        }

        // The SLA is about most objects, and a table is as new as the slowest file of a commit.
        return copy.HasCommits && Replications.Of(context.Estate).From(home).FirstOrDefault(rule => rule.Destination.Target == twin) is { } rule
            ? (use with { Staleness = BucketReader.LagOfACommit(context, store, rule) }, null)
            : (use, null);
    }

    /// <summary>
    /// What is declared can be declared again. What engines registered since lies in metadata and folders of the bucket, as old as its rollback.
    /// </summary>
    private static Copy Definitions(StoreContext context, Store store, IReadOnlyDictionary<Node, Store> buckets, CatalogueDatabase home)
    {
        var copy = new CopyBuilder("definitions in the program", null, home.First)
            .Loses(Disruption.Region, "AWS Glue copies no catalogue to another Region")
            .Loses(Disruption.Account, NoOtherAccount);
        var alone = new CatalogueCopy(context.Estate, home, home);
        var registered = Registered(context, store, home.First);
        if (!alone.HasCommits)
        {
            return copy.Survives(Disruption.Corruption, Derivation.Nothing("definitions", "the program declares them again"), registered).Build();
        }

        var bucket = PathsOf(context, home).SelectMany(path => path.Buckets).Select(buckets.GetValueOrDefault).FirstOrDefault(found => found is not null);
        return bucket is null
            ? copy.Loses(Disruption.Corruption, "the bucket with the metadata of its tables is not in these graphs").Build()
            : StoreOutcome.Of(bucket, Disruption.Corruption) is { Rpo.Figure.IsUnbounded: false } older
                ? copy.Survives(Disruption.Corruption, older.Rpo, Derivation.Sum($"roll back {store.Label}", older.Recovery, registered)).Build()
                : copy.Loses(Disruption.Corruption, $"{bucket.Label} keeps no objects from before the damage").Build();
    }

    private static Derivation Registered(StoreContext context, Store store, Node node) => context.Estimates.Duration(
        "register the newest complete metadata, or folders", "catalogue-registration", store.Workload, store.Label, node.Urn);
}
