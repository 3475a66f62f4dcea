using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Catalogues;
using static DrInfra.Tests.Policies.Rules.Catalogues.ReplicatedCatalogue;

namespace DrInfra.Tests.Policies.Rules.Catalogues;

public class CatalogueRulesTests
{
    private const string Grant = "aws:lakeformation/permissions:Permissions";
    private const string Settings = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
    private const string Location = "storageDescriptor/location";

    [Fact]
    public void CatalogueOfEachRegionOverItsOwnBucket_IsCompliant()
    {
        foreach (var graph in new[] { Parquet(), Iceberg(), DatabasesOnly(""", "locationUri": "s3://data-REGION/" """) })
        {
            Assert.Empty(graph.Violations(new CatalogueLeadsToItsRegion()));
            Assert.Empty(graph.Violations(new CatalogueStandsInBothRegions()));
            Assert.Empty(graph.Violations(new LakeFormationGrantsMatchAcrossRegions()));
        }
    }

    [Fact]
    public void TableOverTheOtherRegionsBucket_IsAViolation() => Assert.Equal(
        ["other-orders: it lies in primary, which is in eu-west-1"],
        Parquet().With("other-orders", Location, "s3://data-eu-west-1/orders").Violations(new CatalogueLeadsToItsRegion()));

    [Fact]
    public void HomeTableOverTheOtherRegionsBucket_IsAViolation() => Assert.Equal(
        ["home-orders: it lies in standby, which is in eu-central-1"],
        Parquet().With("home-orders", Location, "s3://data-eu-central-1/orders").Violations(new CatalogueLeadsToItsRegion()));

    [Fact]
    public void LinkToAnotherRegion_IsAViolation() => Assert.Equal(
        ["other-sales: it is a link to eu-west-1"],
        DatabasesOnly().With("other-sales", "targetDatabase", new JsonObject { ["databaseName"] = "sales", ["catalogId"] = "1", ["region"] = Home })
            .Violations(new CatalogueLeadsToItsRegion()));

    [Fact]
    public void LocationThatIsNotKnownYet_IsUnknown() => Assert.Equal(
        ["other-orders: storageDescriptor.location"], Parquet().With("other-orders", Location, "?").Unknown(new CatalogueLeadsToItsRegion()));

    [Fact]
    public void LocationOutsideOfTheGraphs_IsNothingToJudge()
    {
        var graph = Parquet().With("other-orders", Location, "s3://elsewhere/orders");

        Assert.Empty(graph.Violations(new CatalogueLeadsToItsRegion()));
        Assert.Empty(graph.Unknown(new CatalogueLeadsToItsRegion()));
    }

    [Fact]
    public void CatalogueInOneRegionOverReplicatedObjects_IsAViolation() => Assert.Equal(
        ["home-sales: its objects are replicated to eu-central-1, but no catalogue is declared there"],
        DatabasesOnly().Tables("home", Home).Without("other-sales").Violations(new CatalogueStandsInBothRegions()));

    [Fact]
    public void CatalogueInOneRegionOverObjectsOfThatRegion_IsNothingToJudge() => Assert.Empty(
        DatabasesOnly().Tables("home", Home).Without("other-sales").Without("primary-replication").Violations(new CatalogueStandsInBothRegions()));

    [Theory]
    [InlineData(Location, "s3://data-eu-central-1/copy", "other-orders: its objects are replicated below orders, but it lies below copy")]
    [InlineData("name", "order", "home-orders: orders is not declared in eu-central-1")]
    public void TableThatIsNoCounterpart_IsAViolation(string path, string value, string violation) =>
        Assert.Equal([violation], Parquet().With("other-orders", path, value).Violations(new CatalogueStandsInBothRegions()));

    [Fact]
    public void NameThatIsNotKnownYet_IsUnknown() =>
        Assert.Equal(["other-sales: name"], Parquet().With("other-orders", "name", "?").Unknown(new CatalogueStandsInBothRegions()));

    [Theory]
    [InlineData("""{ "databaseName": "sales", "name": "orders" }""", "table")]
    [InlineData("""{ "databaseName": "sales", "wildcard": true }""", "table")]
    [InlineData("""{ "databaseName": "sales", "name": "orders", "columnNames": ["id"] }""", "tableWithColumns")]
    [InlineData("""{ "name": "sales" }""", "database")]
    public void GrantInOneRegion_IsAViolation(string on, string block)
    {
        string Granted(string principal) => $$"""{ "principal": "{{principal}}", "permissions": ["SELECT"], "{{block}}": {{on}} }""";

        Assert.Equal(
            ["grant: analyst has no such grant on sales in eu-central-1"],
            Parquet().Add(Grant, "grant", Granted("analyst")).Violations(new LakeFormationGrantsMatchAcrossRegions()));
        Assert.Equal(
            ["grant: analyst has no such grant on sales in eu-west-1"],
            Parquet().Add(Grant, "grant", Granted("analyst"), Other).Violations(new LakeFormationGrantsMatchAcrossRegions()));
        Assert.Empty(Parquet().Add(Grant, "grant", Granted("analyst")).Add(Grant, "twin", Granted("analyst"), Other)
            .Violations(new LakeFormationGrantsMatchAcrossRegions()));
        Assert.Empty(Parquet().Add(Grant, "grant", Granted("IAM_ALLOWED_PRINCIPALS")).Violations(new LakeFormationGrantsMatchAcrossRegions()));
    }

    [Fact]
    public void IcebergWithoutAccessPoints_IsAViolationInBothDirections() => Assert.Equal(
        [
            "primary: Iceberg metadata that was written in eu-central-1 names standby, and no access point of eu-west-1 stands for it",
            "standby: Iceberg metadata that was written in eu-west-1 names primary, and no access point of eu-central-1 stands for it",
        ],
        Iceberg(accessPoints: false).Violations(new IcebergBucketsHaveAnAccessPoint()).Order());

    [Fact]
    public void IcebergWithAccessPoints_IsCompliant_AndOtherFormatsNeedNone()
    {
        Assert.Empty(Iceberg().Violations(new IcebergBucketsHaveAnAccessPoint()));
        Assert.Empty(Parquet().Violations(new IcebergBucketsHaveAnAccessPoint()));
    }

    [Fact]
    public void AccessPointWhoseBucketIsNotKnownYet_IsUnknown() => Assert.Equal(
        ["other-point: bucket"], Iceberg().With("other-point", "bucket", "?").Unknown(new IcebergBucketsHaveAnAccessPoint()));

    [Theory]
    [InlineData("""{ "catalogEncryptionMode": "SSE-KMS", "sseAwsKmsKeyId": "arn:aws:kms:eu-west-1:123456789012:key/key-eu-west-1" }""", null)]
    [InlineData("""{ "catalogEncryptionMode": "DISABLED" }""", "catalogEncryptionMode is DISABLED, SSE-KMS needed")]
    [InlineData("""{ "catalogEncryptionMode": "SSE-KMS" }""", "the key is that of AWS, a customer key needed")]
    [InlineData("""{ "catalogEncryptionMode": "SSE-KMS", "sseAwsKmsKeyId": "alias/aws/glue" }""", "the key is that of AWS, a customer key needed")]
    [InlineData("{}", "catalogEncryptionMode is not stated, SSE-KMS needed")]
    public void SettingOfARegion_NamesACustomerKey(string atRest, string? violation)
    {
        var graph = DatabasesOnly().Without("other-sales")
            .Add(Settings, "setting", $$"""{ "dataCatalogEncryptionSettings": { "encryptionAtRest": {{atRest}} } }""");

        Assert.Equal((string[])(violation is null ? [] : [$"setting: {violation}"]), graph.Violations(new CatalogueIsEncryptedWithCustomerKey()));
    }

    [Fact]
    public void RegionWithoutSetting_IsAViolation_AndAnUnknownModeIsUnknown()
    {
        Assert.Equal(
            ["home-sales: nothing that is declared encrypts the catalogue of eu-west-1 with a customer key"],
            DatabasesOnly().Without("other-sales").Violations(new CatalogueIsEncryptedWithCustomerKey()));
        Assert.Equal(
            ["setting: dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode"],
            DatabasesOnly().Without("other-sales")
                .Add(Settings, "setting", """{ "dataCatalogEncryptionSettings": { "encryptionAtRest": { "catalogEncryptionMode": "?" } } }""")
                .Unknown(new CatalogueIsEncryptedWithCustomerKey()));
    }
}
