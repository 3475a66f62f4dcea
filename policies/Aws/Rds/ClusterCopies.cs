namespace DrInfra.Policies.Aws.Rds;

/// <summary>A cluster with all clusters that hold its data: members of its global cluster, and replica clusters of the older way, which name their
/// source.</summary>
/// <param name="Members">At least one, by URN.</param>
/// <param name="Global">Null where it is in no global cluster.</param>
/// <param name="Unknown">The properties that may link another cluster to it, and are not known yet.</param>
internal sealed record ClusterCopies(IReadOnlyList<Node> Members, GlobalDatabase? Global, IReadOnlyList<(Node Node, Prop Link)> Unknown)
{
    /// <summary>The property of a replica cluster, which a global cluster's secondary has filled in by the service.</summary>
    public const string SourceProperty = "replicationSourceIdentifier";

    private static readonly (string Property, string What, string Stated)[] OfTheSource =
    [
        ("databaseName", "its database", "a name for it"),
        ("masterUsername", "the master user", "one of its own"),
        ("masterPassword", "the master user", "a password"),
        ("masterPasswordWo", "the master user", "a password"),
    ];

    /// <summary>A global database alone, which has a member.</summary>
    public static ClusterCopies Of(GlobalDatabase database) => new(database.Members, database, []);

    /// <summary>The member whose copies the others are, by the program's words.</summary>
    public Node Primary => Global?.Primary ?? Members.FirstOrDefault(member => !Membership.Of(member, SourceProperty).IsStated()) ?? Members[0];

    /// <summary>Every cluster of a family that is counted, in one group each.</summary>
    public static IReadOnlyList<ClusterCopies> AllIn(Estate estate, ClusterFamily family, Func<Node, bool> counted)
    {
        var groups = new List<(List<Node> Members, GlobalDatabase? Global)>();
        var of = new Dictionary<Node, int>();
        foreach (var database in GlobalDatabase.AllIn(estate, family))
        {
            if (database.Members.Where(member => counted(member) && !of.ContainsKey(member)).ToList() is { Count: > 0 } members)
            {
                members.ForEach(member => of.Add(member, groups.Count));
                groups.Add((members, database));
            }
        }

        foreach (var cluster in estate.OfType(family.Cluster).Where(cluster => counted(cluster) && !of.ContainsKey(cluster)))
        {
            of.Add(cluster, groups.Count);
            groups.Add(([cluster], null));
        }

        foreach (var replica in estate.OfType(family.Cluster).Where(counted))
        {
            // A replica cluster joins the group of what it follows; in a chain one after the other.
            if (Source(estate, replica).Target is { } source && of.TryGetValue(source, out var to) && of[replica] is var from && from != to)
            {
                groups[from].Members.ForEach(member => of[member] = to);
                groups[to] = ([.. groups[to].Members, .. groups[from].Members], groups[to].Global ?? groups[from].Global);
                groups[from] = ([], null);
            }
        }

        return
        [
            .. groups.Where(group => group.Members.Count > 0).Select(group => new ClusterCopies(
                [.. group.Members.OrderBy(member => member.Urn, StringComparer.Ordinal)], group.Global, [.. UnknownLinks(estate, family, group.Members)]))
                .OrderBy(group => group.Members[0].Urn, StringComparer.Ordinal),
        ];
    }

    /// <summary>The cluster that a replica cluster follows; absent for one that joins a global cluster.</summary>
    public static Reference Source(Estate estate, Node cluster) =>
        estate.References.Follow(cluster, Membership.Of(cluster, SourceProperty), cluster.Type);

    /// <summary>Why the service refuses to make this member as a copy; none for the primary, and where the state tells that it was made.</summary>
    public IEnumerable<Reason> Refusals(Estate estate, Node member)
    {
        if (member == Primary || Membership.IsMade(member, SourceProperty))
        {
            return [];
        }

        return [.. Engine(member), .. Encryption(member), .. Settings(member), .. Key(member), .. DatabasePlacement.Faults(estate, member)];
    }

    /// <summary>What the other members must be like: the global cluster, unless it was made from a member.</summary>
    public Node Model => Global is { Global: { } global, Adopted: null } && !global["sourceDbClusterIdentifier"].IsStated() ? global : Primary;

    /// <summary>Another engine, or another version of it.</summary>
    public IEnumerable<Reason> Engine(Node member) =>
        from property in new[] { "engine", "engineVersion" }
        let own = member[property].Text
        let other = Model[property].Text
        where member != Model && !string.IsNullOrEmpty(own) && !string.IsNullOrEmpty(other)
            && (property == "engine" ? own != other : !DatabaseEngine.SameVersion(own, other))
        select new Reason($"its {property} is {own}, but {Model.Name} has {other}", member, property);

    /// <summary>Encrypted where the others are not, or the other way round.</summary>
    public IEnumerable<Reason> Encryption(Node member)
    {
        var (own, other) = (member["storageEncrypted"], Model["storageEncrypted"]);
        if (member == Model)
        {
            yield break;
        }

        if (own.IsUnknown || other.IsUnknown)
        {
            yield return Reason.Unknown(own.IsUnknown ? member : Model, "storageEncrypted");
        }
        else if ((own.Flag ?? false) != (other.Flag ?? false))
        {
            // Nobody is to take encryption away: the side without it is the one to change.
            var (plain, encrypted) = own.Flag == true ? (Model, member) : (member, Model);
            yield return new Reason($"it is not encrypted, but {encrypted.Name} is", plain, "storageEncrypted");
        }
    }

    /// <summary>
    /// What a copy takes from its source and may not state: "Cannot specify database name (user name, password) for cross region replication
    /// cluster" (github.com/pulumi/pulumi-aws/issues/3751, crossplane-contrib/provider-aws/issues/2072, cloudposse/terraform-aws-rds-cluster/pull/89).
    /// </summary>
    public IEnumerable<Reason> Settings(Node member) =>
        from setting in OfTheSource
        where ((member != Primary && member.Region != Primary.Region) || member.Input("sourceRegion").IsStated()) && member.Input(setting.Property).IsStated()
        select new Reason($"a secondary inherits {setting.What} from the primary, but states {setting.Stated}", member, setting.Property);

    /// <summary>
    /// "For encrypted cross-region replica, kmsKeyId should be explicitly specified": the service's answer to CreateDBCluster without a key
    /// (docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html, KmsKeyId).
    /// </summary>
    public IEnumerable<Reason> Key(Node member)
    {
        var property = ClusterFamily.Of(member).KeyProperty;
        if (member != Primary && member.Region is { } region && region != Primary.Region
            && (Primary["storageEncrypted"].Flag == true || member["storageEncrypted"].Flag == true) && !member[property].IsStated())
        {
            yield return new Reason($"it is an encrypted cross-Region copy, but names no key in {region}", member, property);
        }
    }

    private static IEnumerable<(Node Node, Prop Link)> UnknownLinks(Estate estate, ClusterFamily family, IReadOnlyList<Node> members)
    {
        foreach (var member in members)
        {
            if (estate.References.Follow(member, Membership.Of(member, "globalClusterIdentifier"), family.Global) is { IsUnknown: true })
            {
                yield return (member, member["globalClusterIdentifier"]);
            }

            foreach (var follower in Membership.MayFollow(estate, member, family.Cluster, SourceProperty, family.Cluster).Except(members))
            {
                yield return (follower, follower[SourceProperty]);
            }
        }
    }
}
