using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Backup;

public class RestoreTargetTests
{
    private const string SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";

    [Fact]
    public async Task DatabaseWithoutACluster_HasSubnetsUnderTheNameThatTheTestsUse()
    {
        var group = (await DeclareAsync(Configurations.StandbySettings())).Single(SubnetGroup);
        var test = (await BackupDeclarations.OfAsync(null)).Named("reporting-database-restore-test-eu-central-1");

        Assert.Equal("reporting-reports-restore-subnets-eu-central-1", group.Name);
        Assert.Equal(test["restoreMetadataOverrides.dbSubnetGroupName"], group["name"]);
        Assert.NotNull(group["subnetIds[2]"]);
    }

    [Fact]
    public async Task Primary_NeedsNone() => Assert.Empty((await DeclareAsync(Configurations.PrimarySettings())).Of(SubnetGroup));

    private static Task<Declarations> DeclareAsync(PlatformSettings settings) => Declarations.OfAsync(() =>
    {
        var region = new RegionContext(settings, settings.Role);
        var network = new RegionalNetwork("network", new RegionalNetworkArgs(region, settings.HomeNetwork, settings.Sizing, Output.Create("arn:key")));
        _ = new RestoreTarget("target", new RestoreTargetArgs(region, settings.Workloads, network));
    });
}
