using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Repositories of container images, and the registry's replication to other Regions.</summary>
internal sealed class ImageReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [EcrTypes.Repository];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var registries = new ImageRegistries(context.Estate);
        foreach (var twins in RegionTwins.Of(context, context.Estate.OfType(EcrTypes.Repository)))
        {
            var home = twins[0];
            var workload = context.WorkloadOf(home);
            var (label, size, change) = context.Describe(workload, "images", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "images", label, home.Region) { Members = twins, SizeGb = size, ChangeGbPerDay = change };
            var destinations = registries.Destinations(home).ToArray();
            yield return store with
            {
                Copies =
                [
                    ZoneCopy.Synchronous(store, "ECR"),
                    .. destinations.Select(destination => Replica(context, store, destination.Node, destination.Region)),
                    Digests(store),
                ],
            };
        }
    }

    private static Copy Replica(StoreContext context, Store store, Node replication, Prop region)
    {
        var lag = context.Estimates.Duration(
            "usual time to copy an image", "image-replication-lag", store.Workload, store.Label, replication.Urn, "ecr-repl-time");
        return region.IsUnknown
            ? RegionReplica.Unknown(replication, region)
            : RegionReplica.Of(
                store, replication, region.Text, null, lag,
                Derivation.Nothing("images are pulled from the other Region", "each Region has its own registry"));
    }

    private static Copy Digests(Store store)
    {
        var copy = new CopyBuilder("images by digest", store.Home, store.Node);
        return ImageTags.AreImmutable(store.Node)
            ? copy.Survives(
                Disruption.Corruption, Derivation.Nothing("images never change", "tags are immutable"),
                Derivation.Nothing("the older image is used", "it still exists"))
                .Build()
            : copy.Loses(Disruption.Corruption, "a tag can be overwritten: tags are mutable").Build();
    }
}
