namespace DrInfra.Policies.Aws.Glue;

/// <summary>
/// A job of Glue. What it has worked on already, the service remembers by job in its own Region (a bookmark). Source: Glue developer guide,
/// "Tracking processed data using job bookmarks".
/// </summary>
/// <param name="Node">The job.</param>
internal sealed record GlueJob(Node Node)
{
    /// <summary>What turns bookmarks on.</summary>
    public Prop Bookmark => Node["defaultArguments"]["--job-bookmark-option"];

    /// <summary>Whether it goes on from where its last run ended; it does not where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? KeepsBookmarks => Bookmark.IsUnknown ? null : Bookmark.Text is "job-bookmark-enable" or "job-bookmark-pause";

    /// <summary>Where its code is.</summary>
    public IEnumerable<Prop> Code =>
        [Node["command"]["scriptLocation"], Node["defaultArguments"]["--extra-py-files"], Node["defaultArguments"]["--extra-jars"]];

    /// <summary>All of them, by URN.</summary>
    public static IEnumerable<GlueJob> All(Estate estate) => estate.OfType(GlueTypes.Job).Select(node => new GlueJob(node));
}
