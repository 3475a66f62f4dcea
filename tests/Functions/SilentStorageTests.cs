namespace DrInfra.Tests.Functions;

public class SilentStorageTests : FlinkTest
{
    [Fact]
    public async Task StorageDoesNotAnswer_LeaseIsRenewedAndStoppingIsNotLate()
    {
        var (first, second) = (World.First, World.Second);
        first.Bucket.IsSilent = true;
        World.BeaconNames(first);
        var follower = first.Follow();
        await World.UntilAsync(() => ScheduleRuns(first), "all else starts");
        await ToldAsync(follower, "orders-enrich: no answer in time");
        await Task.Delay(World.Times.Lasts);
        Assert.False(IsToRun(first));
        var gaps = World.Tables.Writes.Zip(World.Tables.Writes.Skip(1), (one, next) => next.At - one.At);
        Assert.All(gaps, gap => Assert.True(gap < World.Times.Lasts, $"{gap}"));

        first.Bucket.IsSilent = false;
        await SavedAsync(first, 4, 1);

        first.Bucket.IsSilent = true;
        var moved = Instant.Now;
        World.BeaconNames(second);
        await World.UntilAsync(() => !IsToRun(first), "it stops");
        Assert.True(Instant.Now - moved < World.Times.Lasts);
    }
}
