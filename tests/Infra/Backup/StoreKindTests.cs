using DrInfra.Infra.Backup;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Backup;

public class StoreKindTests
{
    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    // Workloads: ledger replicates a database and a table, lake all three, reporting restores from backups.
    [Theory]
    [InlineData(0, StackRole.Primary, "database, table")]
    [InlineData(0, StackRole.Standby, "database, table")]
    [InlineData(1, StackRole.Primary, "database, table, bucket")]
    [InlineData(1, StackRole.Standby, "database, table, bucket")]
    [InlineData(2, StackRole.Primary, "database, table, bucket")]
    [InlineData(2, StackRole.Standby, "bucket")]
    public void Kinds_AreWhereTheStoresAre(int workload, StackRole role, string expected) => Assert.Equal(
        expected, string.Join(", ", StoreKind.All.Where(kind => kind.IsIn(role, Settings.Workloads[workload])).Select(kind => kind.Name)));

    [Theory]
    [InlineData("catalogue", "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-lake-catalogue-eu-west-1")]
    [InlineData("index", "arn:aws:dynamodb:eu-west-1:123456789012:table/drinfra-main-lake-index")]
    [InlineData("raw", "arn:aws:s3:::drinfra-main-lake-raw-eu-west-1-123456789012")]
    public void Arn_IsTheStores(string store, string expected)
    {
        var lake = Settings.Workloads[1];

        Assert.Equal(expected, StoreKind.ArnOf(
            Settings.Identity.Names, "eu-west-1", Settings.AccountId, lake, lake.Stores.Single(one => one.Name == store)));
    }

    [Fact]
    public void EveryStore_HasAKind() => Assert.All(
        Settings.Workloads.SelectMany(workload => workload.Stores),
        store => Assert.Single(StoreKind.All, kind => kind.Name == store.Kind));
}
