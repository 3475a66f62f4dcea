using DrInfra.Infra.Conventions;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Conventions;

public class NamesTests
{
    private readonly Names _names = Configurations.PrimarySettings().Identity.Names;

    [Fact]
    public void RegionalNames_EndInTheirRegion()
    {
        Assert.Equal("drinfra-main-ledger-journal-eu-west-1", _names.Cluster("ledger", "journal", "eu-west-1"));
        Assert.Equal("drinfra-main-ledger-journal-eu-west-1-2", _names.ClusterInstance("ledger", "journal", "eu-west-1", 2));
        Assert.Equal("alias/drinfra-main-ledger-data-eu-west-1", _names.KeyAlias("ledger", "data", "eu-west-1"));
        Assert.Equal("/drinfra-main-shared-flow-logs-eu-west-1", _names.FlowLogGroup("eu-west-1"));
    }

    [Fact]
    public void GlobalNames_HaveNoRegion()
    {
        Assert.Equal("drinfra-main-ledger-journal", _names.GlobalCluster("ledger", "journal"));
        Assert.Equal("drinfra-main-ledger-requests", _names.Table("ledger", "requests"));
        Assert.Equal("alias/drinfra-main-ledger-application", _names.MultiRegionKeyAlias("ledger", "application"));
        Assert.Equal("/dr/main/ledger", _names.Manifest("ledger"));
    }

    [Fact]
    public void CatalogueName_NeedsNoQuotesAndNoRegion()
    {
        Assert.Equal("drinfra_main_lake_my_tables", _names.CatalogueDatabase("lake", "my-tables"));
        Assert.Equal("drinfra-main-lake-my-tables-eu-central-1", _names.AccessPoint("lake", "my-tables", "eu-central-1"));
        Assert.Equal("drinfra-main-lake-my-tables", _names.SchemaRegistry("lake", "my-tables"));
    }

    [Fact]
    public void BucketName_HasTheAccountInIt() =>
        Assert.Equal("drinfra-main-lake-raw-eu-west-1-123456789012", _names.Bucket("lake", "raw", "eu-west-1"));

    // A name that ends in a hyphen and six characters is taken for a part of a secret's ARN.
    [Theory]
    [InlineData("ledger", "ledger")]
    [InlineData("orders", "master")]
    public void SecretName_NeverEndsInAHyphenAndSixCharacters(string workload, string store) =>
        Assert.DoesNotMatch("-[A-Za-z0-9]{6}$", _names.DatabaseSecret(workload, store));

    [Fact]
    public void BothStacks_ComputeTheSameNames()
    {
        var standby = Configurations.StandbySettings().Identity.Names;

        Assert.Equal(_names.GlobalCluster("ledger", "journal"), standby.GlobalCluster("ledger", "journal"));
        Assert.Equal(_names.Bucket("lake", "raw", "eu-central-1"), standby.Bucket("lake", "raw", "eu-central-1"));
    }

    [Fact]
    public void AnotherPair_SharesNoName()
    {
        var other = Configurations.PrimarySettings(("pair", "second")).Identity.Names;

        Assert.NotEqual(_names.Table("ledger", "requests"), other.Table("ledger", "requests"));
        Assert.NotEqual(_names.Manifest("ledger"), other.Manifest("ledger"));
    }

    [Fact]
    public void Tags_AreTheContracts()
    {
        var settings = Configurations.StandbySettings();

        var tags = ResourceTags.For(settings.Environment, settings.Pair, Belonging.To(settings.Workloads[0]), "eu-central-1", "standby");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["dr:environment"] = "test",
                ["dr:owner"] = "payments-team",
                ["dr:pair"] = "main",
                ["dr:region"] = "eu-central-1",
                ["dr:role"] = "standby",
                ["dr:tier"] = "mission-critical",
                ["dr:workload"] = "ledger",
                ["managed-by"] = "pulumi",
            },
            tags);
    }
}
