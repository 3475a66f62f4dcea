using System.Globalization;

namespace DrInfra.Tests.Functions;

[Trait("Practice", "F6")]
public class SavepointAgeTests : FlinkTest
{
    [Fact]
    public async Task AgeIsPublishedInBothRegions_AndNotWhereNothingIsUsable()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        first.Follow();
        var follower = second.Follow();
        await SavedAsync(first, 4, 2);
        await World.UntilAsync(() => first.Metrics.Published.Count > 0, "the first Region publishes");
        await ToldAsync(follower, "orders-enrich: nothing is known of it here");
        Assert.Empty(second.Metrics.Published);

        // Replication has ended: the savepoint there grows old.
        first.Bucket.ReplicateTo(second.Bucket, _ => true);
        await World.UntilAsync(() => second.Metrics.Published.Count > 3, "the second one publishes");
        Assert.StartsWith("DrInfra/Pipelines SavepointAge Seconds Workload=orders Job=orders-enrich ", second.Metrics.Published[0], StringComparison.Ordinal);
        Assert.True(Value(second.Metrics.Published[^1]) > Value(second.Metrics.Published[0]));
        Assert.InRange(first.Metrics.Published.Max(Value), 0, 20);

        NothingUnexpected(first, second);
    }

    private static double Value(string published) => double.Parse(published.Split(' ')[^1], CultureInfo.InvariantCulture);
}
