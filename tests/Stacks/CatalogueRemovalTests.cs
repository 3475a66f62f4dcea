using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What the catalogue of the shipped pair needs, taken away or turned back one by one: each is a finding, or the objective does not hold.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "B*")]
[Trait("Practice", "H5")]
public class CatalogueRemovalTests(ShippedStacks stacks)
{
    private const string Here = "lake-tables-database-eu-west-1";
    private const string There = "lake-tables-database-eu-central-1";
    private const string Replication = "lake-curated-replication-eu-west-1";
    private const string Encryption = "DataCatalogEncryptionSettings::catalogue-encryption-eu-central-1";
    private const string Mode = "dataCatalogEncryptionSettings/encryptionAtRest/catalogEncryptionMode";
    private const string Key = "dataCatalogEncryptionSettings/encryptionAtRest/sseAwsKmsKeyId";

    public static TheoryData<string, string[]> Broken => new()
    {
        {
            "the other Region's database names the bucket of this one",
            ["catalogue-leads-to-its-region lake-tables-database-eu-central-1: it lies in lake-curated-bucket-eu-west-1", "lake Region: Breached"]
        },
        {
            "this Region's database names the bucket of the other one",
            ["catalogue-leads-to-its-region lake-tables-database-eu-west-1: it lies in lake-curated-bucket-eu-central-1"]
        },
        {
            "no database in the other Region",
            ["catalogue-stands-in-both-regions lake-tables-database-eu-west-1: its objects are replicated to eu-central-1", "lake Region: Breached"]
        },
        {
            "another prefix", ["catalogue-stands-in-both-regions lake-tables-database-eu-central-1: its objects are replicated below the top of the bucket"]
        },
        { "the bucket is not replicated", ["rpo-within-objective lake-manifest-eu-west-1: ", "lake Region: Breached"] },
        { "no access point in the other Region", ["iceberg-buckets-have-an-access-point lake-curated-bucket-eu-central-1: "] },
        { "the access point is one of another bucket", ["iceberg-buckets-have-an-access-point lake-curated-bucket-eu-central-1: "] },
        { "no encryption in the other Region", ["catalogue-is-encrypted-with-customer-key lake-tables-database-eu-central-1: "] },
        { "encryption is off", ["catalogue-is-encrypted-with-customer-key catalogue-encryption-eu-central-1: catalogEncryptionMode is DISABLED"] },
        { "the key is one of the other Region", ["catalogue-is-encrypted-with-customer-key catalogue-encryption-eu-central-1: "] },
        { "the database is not protected", ["stateful-resource-is-protected lake-tables-database-eu-west-1: "] },
        { "the database is nobody's", ["resource-has-workload-tags lake-tables-database-eu-west-1: "] },
        { "a grant of Lake Formation in one Region", ["lake-formation-grants-match-across-regions grant: ", "lake Region: Unknown"] },
        { "the latency of replication is not alarmed", ["replicated-store-has-a-lag-alarm lake-curated-bucket-eu-west-1: "] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void WhatTheCatalogueNeeds_Broken_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = With(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    [Fact]
    public void ShippedCatalogue_HasNoCopyInAnotherAccount_AndTheReportSaysSo()
    {
        var account = stacks.Report.Objectives.Single(outcome => outcome.Workload == "lake" && $"{outcome.Disruption}" == "Account");

        Assert.Contains(
            account.Excused, line => line.StartsWith("account: none for tables (catalogue): AWS Glue copies no catalogue", StringComparison.Ordinal));
    }

    private (ResourceGraph Dev, ResourceGraph Dr) With(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        var (here, there) = (Location(Here), Location(There));
        return what switch
        {
            "the other Region's database names the bucket of this one" => (dev.With(There, "locationUri", here), dr),
            "this Region's database names the bucket of the other one" => (dev.With(Here, "locationUri", there), dr),
            "no database in the other Region" => (dev.Without(There), dr),
            "another prefix" => (dev.With(There, "locationUri", $"{there}copy/"), dr),
            "the bucket is not replicated" => (dev.Without(Replication, "lake-curated-replication-eu-central-1"), dr),
            "no access point in the other Region" => (dev.Without("lake-tables-access-point-eu-central-1"), dr),
            "the access point is one of another bucket" =>
                (dev.With("lake-tables-access-point-eu-central-1", "bucket", "drinfra-main-lake-raw-eu-central-1-123456789012"), dr),
            "no encryption in the other Region" => (dev.Without(Encryption), dr),
            "encryption is off" => (dev.With(Encryption, Mode, "DISABLED"), dr),
            "the key is one of the other Region" => (dev.With(Encryption, Key, KeyOf("eu-west-1")), dr),
            "the database is not protected" => (
                dev with { Resources = [.. dev.Resources.Select(resource => resource.Name == Here ? resource with { Protect = false } : resource)] }, dr),
            "the database is nobody's" => (dev.With(Here, "tags/dr:workload", null), dr),
            "a grant of Lake Formation in one Region" => (Granted(dev), dr),
            "the latency of replication is not alarmed" => (dev, dr.Without("lake-curated-latency-eu-central-1")),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }

    private string Location(string database) => stacks.Dev.Graph.Resources.Single(resource => resource.Name == database).Inputs.Text("locationUri")!;

    private string KeyOf(string region) =>
        stacks.Dev.Graph.Resources.Single(resource => resource.Name == $"shared-catalogue-key-{region}").Outputs.Text("arn")!;

    // Of the same shape as one of the pair's resources, with what makes it a grant.
    private static ResourceGraph Granted(ResourceGraph dev)
    {
        var grant = new TestGraph().Add(
            "aws:lakeformation/permissions:Permissions", "grant",
            """{ "principal": "analyst", "permissions": ["SELECT"], "database": { "name": "drinfra_main_lake_tables" } }""").Build().Resources
            .Single(resource => resource.Name == "grant");
        var provider = dev.Resources.Single(resource => resource.Name == Here).Provider;
        return dev with { Resources = [.. dev.Resources, grant with { Provider = provider }] };
    }
}
