namespace DrInfra.Policies.Aws.Backup;

/// <summary>Something that AWS Backup can back up, in one Region. A replica of a table is a store of its own.</summary>
/// <param name="Service">As AWS Backup spells it: <c>DynamoDB</c>, <c>Aurora</c>, <c>S3</c>.</param>
/// <param name="ArnPattern">
/// Its ARN; <c>{account}</c> and <c>{name}</c> stand for what only the deployment will tell.
/// </param>
/// <param name="Tagged">The resource that states its tags; null where it has none.</param>
internal sealed record BackupStore(Node Node, string? Region, string Service, string ArnPattern, Node? Tagged)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public const string UnknownName = "{name}";

    /// <summary>Those that are known.</summary>
    public IReadOnlyDictionary<string, string> Tags => OwnTags ?? Tagged?.Tags ?? None;

    /// <summary>Where no resource of the program states them, since something else makes what is backed up; null else.</summary>
    public IReadOnlyDictionary<string, string>? OwnTags { get; init; }

    /// <summary>Whether there may be any tags beside <see cref="OwnTags"/>.</summary>
    public bool HasOtherTags { get; init; }

    /// <summary>Beginnings of the names of tags that it may have beside <see cref="OwnTags"/>.</summary>
    public IReadOnlyList<string> PerhapsTags { get; init; } = [];

    /// <summary>The name in messages: a replica says where it is.</summary>
    public string Display => Region == Node.Region ? Node.Name : $"{Node.Name} in {Region}";

    /// <summary>Whether its name is in the graph.</summary>
    public bool IsNamed => !ArnPattern.Contains(UnknownName, StringComparison.Ordinal);

    /// <summary>What a role is asked for; null where only the deployment will tell. What a driver makes has any name, now and later.</summary>
    public string? NeededArn => IsNamed ? ArnPattern : OwnTags is null ? null : ArnPattern.Replace(UnknownName, "sample", StringComparison.Ordinal);

    /// <summary>Whether it may have tags beside <see cref="Tags"/>.</summary>
    public bool HasUnknownTags => HasOtherTags || Tagged?.Input("tags").Value?.ContainsUnknown == true;

    /// <summary>Whether it may have a tag that is not known.</summary>
    public bool MayHave(string tag) => HasUnknownTags || PerhapsTags.Any(beginning => tag.StartsWith(beginning, StringComparison.Ordinal));
}
