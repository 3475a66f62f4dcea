namespace DrInfra.Policies.Aws.Ecr;

/// <summary>Which rules of a registry copy a repository: an account has one registry in a Region, whichever stack declares its rules.</summary>
internal sealed class ImageRegistries(Estate estate)
{
    private readonly ILookup<(StackGraph Stack,
        string? Region), Node> _byStack = estate.OfType(EcrTypes.ReplicationConfiguration).ToLookup(node => (node.Stack, node.Region));
    private readonly ILookup<string?, Node> _byRegion = estate.OfType(EcrTypes.ReplicationConfiguration).ToLookup(node => node.Region);

    /// <summary>Those of its own stack, where it has some; else all of its Region.</summary>
    private IEnumerable<Node> Of(Node repository) =>
        _byStack[(repository.Stack, repository.Region)] is var own && own.Any() ? own : _byRegion[repository.Region];

    /// <summary>
    /// Where the rules of its registry copy a repository to. While rules, their filters or their destinations are not known, that property
    /// stands for the Region.
    /// </summary>
    public IEnumerable<(Node Node, Prop Region)> Destinations(Node repository) => Of(repository).SelectMany(node => Destinations(node, NameOf(repository)));

    /// <summary>The destinations of a configuration that are the registry itself: its own Region, in its own account.</summary>
    public static IEnumerable<Prop> IntoItself(Node configuration) =>
        from rule in RulesOf(configuration).Items
        from destination in rule["destinations"].Items
        where destination["region"].Text == configuration.Region && !destination["registryId"].IsStated()
        select destination["region"];

    private static Prop RulesOf(Node configuration) => configuration["replicationConfiguration"]["rules"];

    /// <summary>The name of a repository; that in the program where only the deployment will tell.</summary>
    public static string NameOf(Node repository) => repository["name"].Text ?? repository.Name;

    /// <summary>
    /// What copies a repository from another Region into a Region: the configuration, and null or the property that is not known. One of an
    /// account that is stated counts for that account's images.
    /// </summary>
    public (Node Node, Prop Unknown)? Into(string region, string name, string account)
    {
        (Node Node, Prop Unknown)? perhaps = null;
        foreach (var (node, destination) in All.Where(node => node.Region != region).SelectMany(node => Destinations(node, name, account)))
        {
            if (destination.Text == region)
            {
                return (node, default);
            }

            perhaps ??= destination.IsUnknown ? (node, destination) : null;
        }

        return perhaps;
    }

    /// <summary>Whether any rules of a registry of another Region are declared.</summary>
    public bool AreDeclaredOutside(string region) => All.Any(node => node.Region != region);

    private IEnumerable<Node> All => _byRegion.SelectMany(group => group);

    private static IEnumerable<(Node Node, Prop Region)> Destinations(Node replication, string name, string? account = null)
    {
        var rules = RulesOf(replication);
        if (rules.IsUnknown)
        {
            yield return (replication, rules);
        }

        foreach (var rule in rules.Items)
        {
            var filters = rule["repositoryFilters"];
            var takes = filters.IsUnknown ? null : filters.Items.Count == 0 ? true : Taken([.. filters.Items.Select(filter => filter["filter"])], name);
            if (takes is null || rule.IsUnknown || rule["destinations"].IsUnknown)
            {
                yield return (replication, takes is null ? UnknownOf(filters) : rule.IsUnknown ? rule : rule["destinations"]);
            }
            else if (takes == true)
            {
                foreach (var destination in rule["destinations"].Items.Where(destination => IsOf(destination["registryId"], account)))
                {
                    yield return (replication, destination["region"]);
                }
            }
        }
    }

    // The first filter that is not known, which may take it.
    private static Prop UnknownOf(Prop filters) =>
        filters.IsUnknown ? filters : filters.Items.Select(filter => filter["filter"]).First(filter => filter.IsUnknown);

    private static bool IsOf(Prop registry, string? account) => account is null || registry.Text is not { Length: > 0 } stated || stated == account;

    private static bool? Taken(IReadOnlyList<Prop> prefixes, string name) =>
        prefixes.Any(prefix => prefix.Text is { } text && name.StartsWith(text, StringComparison.Ordinal)) ? true
        : prefixes.Any(prefix => prefix.IsUnknown) ? null
        : false;
}
