using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.Glue;

/// <summary>
/// The catalogue of one Region as the stand-in of another's. The Glue Data Catalog copies nothing itself (AWS Big Data Blog, "Build a multi-Region
/// and highly resilient modern data architecture using AWS Glue and AWS Lake Formation"), so what is declared there has to lead to copies of the
/// same objects, of the same Region or at least not of the lost one.
/// </summary>
/// <param name="Home">The database whose Region is lost.</param>
/// <param name="Twin">The one that stands in for it.</param>
internal sealed record CatalogueCopy(Estate Estate, CatalogueDatabase Home, CatalogueDatabase Twin)
{
    /// <summary>
    /// Whether something has to be done before its tables are read: the newest complete metadata registered, a log rolled back to what has
    /// arrived, folders registered, a crawler started. Of a database whose tables are made elsewhere nobody knows, so yes.
    /// </summary>
    public bool NeedsRegistration =>
        Home.Tables.Count == 0 || Twin.Crawlers.Count > 0 || HasCommits || Home.Tables.Any(table => table.HasPartitionsToRegister);

    /// <summary>Whether one late file keeps a whole table from being read at its newest state.</summary>
    public bool HasCommits => Home.Tables.Count == 0 || Home.Tables.Any(table => table.Format != TableFormat.Files);

    /// <summary>What keeps it from being read while the Region of the other is lost; those that only the deployment will tell included.</summary>
    public IEnumerable<Reason> Faults() => LeadsBack().Concat(Misfits());

    /// <summary>Paths and links of the stand-in that end in the lost Region.</summary>
    public IEnumerable<Reason> LeadsBack()
    {
        if (Leads(Twin.Node, Twin.Link) is { } link)
        {
            yield return link;
            yield break;
        }

        if (Federated(Twin.Node, Twin.Federation) is { } federated)
        {
            yield return federated;
            yield break;
        }

        foreach (var table in Home.Tables)
        {
            var other = TwinOf(table);
            var back = other.Node is null ? null : Leads(other.Node, other.Link);
            foreach (var reason in back is not null ? [back]
                : (other.Node is null ? Made(table) : Twin.PathsOf(Estate, other)).Select(Back).OfType<Reason>())
            {
                yield return reason;
            }
        }

        // Tables that are made elsewhere go where the database says, or where its crawlers look.
        foreach (var reason in Twin.CrawledPaths(Estate).Concat(Home.Tables.Count == 0 && PathOf(Twin) is { } path ? [path] : []).Select(Back)
            .OfType<Reason>().Distinct())
        {
            yield return reason;
        }
    }

    /// <summary>What is not there, or leads to objects that are no copies of the home's.</summary>
    public IEnumerable<Reason> Misfits()
    {
        if (!Twin.Link.IsAbsent || !Twin.Federation.IsAbsent)
        {
            yield break;
        }

        foreach (var table in Home.Tables)
        {
            var other = TwinOf(table);
            var (path, home) = other.Node is null
                ? (Made(table).FirstOrDefault(), null)
                : (Twin.PathOf(Estate, other), Home.PathOf(Estate, table));
            foreach (var reason in other.Node is null && Missing(table) is { } missing ? [missing] : path is null ? [] : Misfits(path, home))
            {
                yield return reason;
            }
        }

        if (Home.Tables.Count > 0)
        {
            yield break;
        }

        if (PathOf(Home) is not { } own)
        {
            yield return Reason.Uncertain("nothing tells where its tables lie", Home.First, "locationUri");
        }
        else if (PathOf(Twin) is not { } made)
        {
            yield return new Reason($"nothing leads to its tables in {Twin.Region}: no location, and no crawler", Twin.First, "locationUri");
        }
        else
        {
            foreach (var reason in Misfits(made, own))
            {
                yield return reason;
            }
        }
    }

    /// <summary>The buckets whose copies it reads: where the home's tables lie, and where its own do.</summary>
    public IEnumerable<(Node Home, Node Twin)> Buckets()
    {
        var paths = Home.Tables.Count == 0
            ? [(PathOf(Home), PathOf(Twin))]
            : Home.Tables.Select(table => (
                Home.PathOf(Estate, table),
                Twin.Tables.FirstOrDefault(other => other.Name == table.Name) is { Node: not null } other ? Twin.PathOf(Estate, other) : PathOf(Twin)));
        return paths.Select(pair => (Home: pair.Item1?.Buckets.OrderByDescending(bucket => bucket.Region == Home.Region).FirstOrDefault(),
                Path: pair.Item2))
            .Select(pair => (pair.Home, Twin: pair.Path is null ? ReplicaOf(pair.Home) : pair.Path.Outside(Home.Region)))
            .Where(pair => pair.Home is not null && pair.Twin is not null).Select(pair => (pair.Home!, pair.Twin!)).Distinct();
    }

    private DataPath? PathOf(CatalogueDatabase database) =>
        (database.Node is null ? null : DataPath.Of(Estate, database.Node, database.Location)) ?? database.CrawledPaths(Estate).FirstOrDefault()
            ?? database.Tables.Select(table => database.PathOf(Estate, table)).FirstOrDefault(path => path is not null);

    // Where the objects of a bucket are in the Region of the stand-in.
    private Node? ReplicaOf(Node? bucket) => bucket is null ? null : Replications.Of(Estate).From(bucket)
        .Select(rule => rule.Destination.Target).FirstOrDefault(target => target is not null && target.Region == Twin.Region);

    private CatalogueTable TwinOf(CatalogueTable table) =>
        Twin.Tables.FirstOrDefault(candidate => candidate.Name is not null && candidate.Name == table.Name);

    // An Iceberg table is registered when it is needed, and a crawler makes its tables; all else has to be there.
    private bool IsMade(CatalogueTable table) =>
        (table.Format == TableFormat.Iceberg && Twin.Node is not null) || Twin.CrawledPaths(Estate).Any();

    // Where a table is made that is not declared: below the database, at a key that only its maker knows.
    private IEnumerable<DataPath> Made(CatalogueTable table) => IsMade(table) && PathOf(Twin) is { } path ? [path with { Key = null }] : [];

    private Reason? Missing(CatalogueTable table) =>
        table.Name is null || Twin.Tables.Any(candidate => candidate.Name is null) ? Reason.Unknown(table.Name is null ? table.Node : Twin.First, "name")
        : IsMade(table) ? PathOf(Twin) is not null || Home.PathOf(Estate, table)?.Buckets.Any(bucket => ReplicaOf(bucket) is not null) != false ? null
            : new Reason($"the objects of {table.Name} are not replicated to {Twin.Region}", table.Node)
        : new Reason($"{table.Name} is not declared in {Twin.Region}", table.Node);

    private IEnumerable<Reason> Misfits(DataPath path, DataPath? home)
    {
        if (home is null || path.Outside(Home.Region) is not { } bucket || home.Buckets.Contains(bucket))
        {
            yield break;
        }

        if (home.Unclear is { } unclear)
        {
            yield return unclear;
            yield break;
        }

        var source = home.Buckets[0];
        var rules = Replications.Of(Estate).From(source).ToArray();
        if (!Array.Exists(rules, rule => rule.Destination.Target == bucket))
        {
            yield return Replications.Of(Estate).Unread(source)
                ?? Array.Find(rules, rule => rule.Destination.IsUnknown) switch
                {
                    { } rule => Reason.Unknown(rule.Owner, rule.Destination.Path),
                    null => new Reason($"it lies in {bucket.Name}, to which {source.Name} is not replicated", path.Node, path.Property),
                };
        }
        else if (path.Key is { } key && home.Key is { } homeKey && key != homeKey)
        {
            yield return new Reason($"its objects are replicated below {Shown(homeKey)}, but it lies below {Shown(key)}", path.Node, path.Property);
        }
    }

    private static string Shown(string key) => key.Length == 0 ? "the top of the bucket" : key;

    private Reason? Back(DataPath path) =>
        path.Unclear is { } unclear ? unclear
        : path.Outside(Home.Region) is not null ? null
        : path.Buckets.FirstOrDefault(bucket => bucket.Region is null) is { } unknown ? Reason.Unknown(unknown, "region")
        : new Reason($"it lies in {path.Buckets[0].Name}, which is in {Home.Region}", path.Node, path.Property);

    private Reason? Leads(Node? node, Prop link) =>
        node is null || link.IsAbsent ? null
        : link.IsUnknown || link["region"].IsUnknown ? Reason.Unknown(node, link.Path)
        : link["region"].Text is { Length: > 0 } region && region == Home.Region ? new Reason($"it is a link to {region}", node, link["region"].Path)
        : Reason.Uncertain("it is a link: what it leads to is not followed", node, link.Path);

    private Reason? Federated(Node? node, Prop federation) =>
        node is null || federation.IsAbsent ? null
        : Arn.RegionOf(federation["identifier"].Text) is { } region && region == Home.Region
            ? new Reason($"it is federated with {region}", node, federation["identifier"].Path)
            : Reason.Uncertain("it is federated: what it leads to is not followed", node, federation.Path);
}
