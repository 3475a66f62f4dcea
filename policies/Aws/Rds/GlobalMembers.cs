namespace DrInfra.Policies.Aws.Rds;

/// <summary>The clusters of a global database.</summary>
internal static class GlobalMembers
{
    public static IReadOnlyList<Node> Of(Estate estate, Node global) =>
        GlobalDatabase.AllIn(estate).FirstOrDefault(database => database.Global == global)?.Members ?? [];

    public static Node? GlobalOf(Estate estate, Node cluster) =>
        GlobalDatabase.AllIn(estate).FirstOrDefault(database => database.Members.Contains(cluster))?.Global;
}
