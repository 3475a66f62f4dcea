namespace DrInfra.Policies.Aws.Rds;

/// <summary>What a database follows or belongs to by its own words, as far as it still does.</summary>
internal static class Membership
{
    /// <summary>
    /// The property as it is: what the program states, unless the refreshed state says that it has ended. After a promotion, or after the
    /// removal from a global cluster, the provider reads an empty text, and the program still states the source.
    /// </summary>
    public static Prop Of(Node database, string property) => database.Output(property) is { Text: "" } ended ? ended : database[property];

    /// <summary>Whether the state tells that it follows another one: it was made, whatever the program says.</summary>
    public static bool IsMade(Node database, string property) => database.Output(property).Text is { Length: > 0 };

    /// <summary>
    /// The databases of a type whose source is not known before the deployment: one of them may follow this one, where the engine's record
    /// does not name others.
    /// </summary>
    public static IEnumerable<Node> MayFollow(Estate estate, Node source, string followerType, string property, params IReadOnlyList<string> sourceTypes) =>
        from follower in estate.OfType(followerType)
        where follower != source && follower.Stack == source.Stack && Of(follower, property).IsUnknown
            && estate.References.Follow(follower, Of(follower, property), sourceTypes).IsUnknown
            && (ReferenceResolver.Declared(follower, property, sourceTypes) is not { Count: > 0 } candidates || candidates.Contains(source))
        select follower;
}
