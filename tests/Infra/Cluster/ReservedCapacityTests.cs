using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Cluster;

public class ReservedCapacityTests
{
    // Anything of the type would take it, were it not for those who name it alone.
    [Fact]
    public async Task Reserve_IsInEachZoneForWhoNamesIt()
    {
        var ids = 0;
        var declared = await DeclareAsync(0, reserve => ids = reserve.ReservationIds.Count);

        Assert.Equal(new Dictionary<string, int> { ["CapacityReservation"] = 3 }, declared.Counts);
        Assert.Equal(3, ids);
        Assert.Equal(["eu-west-1a", "eu-west-1b", "eu-west-1c"], declared.All
            .Where(one => one.Type == "aws:ec2/capacityReservation:CapacityReservation").Select(one => one["availabilityZone"]));
        Assert.All(declared.Of("aws:ec2/capacityReservation:CapacityReservation"), one =>
        {
            Assert.Equal(("m7g.2xlarge", 1.0, "Linux/UNIX"), (one["instanceType"], one["instanceCount"], one["instancePlatform"]));
            Assert.Equal(("targeted", "unlimited"), (one["instanceMatchCriteria"], one["endDateType"]));
            Assert.Equal("ledger", one["tags.dr:workload"]);
        });
    }

    [Fact]
    public async Task WorkloadWithoutReserve_IsRefused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => DeclareAsync(1, _ => { }));

        Assert.Contains("workload lake has no reserve", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<Declarations> DeclareAsync(int workload, Action<ReservedCapacity> look) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings();
        look(new ReservedCapacity("reserve", new ReservedCapacityArgs(
            new RegionContext(settings, StackRole.Primary), settings.Workloads[workload], settings.PrimaryNetwork.Zones)));
    });
}
