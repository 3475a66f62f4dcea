using DrInfra.Policies.Aws.Glue;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The bookmarks of jobs of Glue: what their next run need not work on again. The service keeps them by job and Region.</summary>
internal sealed class GlueBookmarkReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var twins in RegionTwins.Of(context, GlueJob.All(context.Estate).Where(job => job.KeepsBookmarks != false).Select(job => job.Node)))
        {
            var store = JobStates.Of(context, twins);
            var bookmark = new GlueJob(store.Node).Bookmark;
            var stays = $"its bookmark stays in {store.Home ?? "its Region"}";
            var copy = new CopyBuilder("bookmark", store.Home, store.Node)
                .KeptByTheService(
                    "bookmark", "the service keeps it apart from the job's run",
                    context.Estimates.Duration("the service starts it again", "capacity", store.Workload, store.Label, store.Node.Urn))
                .Loses(JobStates.FromSources(store.Node, bookmark.Path), Disruption.Corruption, Disruption.Account);
            yield return store with
            {
                Copies =
                [
                    copy.Loses(Disruption.Region, bookmark.IsUnknown ? Reason.Unknown(store.Node, bookmark.Path)
                        : twins.Count == 1 ? new Reason($"{stays}, and no job of its name is in another one", store.Node)
                        : Reason.Uncertain($"{stays}: whether all may be worked on again is not known", store.Node, bookmark.Path)).Build(),
                ],
            };
        }
    }
}
