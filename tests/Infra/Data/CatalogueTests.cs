using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Data;

[Trait("Practice", "B*")]
public class CatalogueTests
{
    private const string Database = "aws:glue/catalogDatabase:CatalogDatabase";
    private const string Table = "aws:glue/catalogTable:CatalogTable";
    private const string AccessPoint = "aws:s3/accessPoint:AccessPoint";
    private const string Registry = "aws:glue/registry:Registry";

    [Fact]
    public async Task Database_IsInEachRegionOverTheBucketOfTheSameRegion()
    {
        var declared = await DeclareAsync();

        Assert.Equal(
            ["s3://drinfra-main-lake-curated-eu-central-1-123456789012/", "s3://drinfra-main-lake-curated-eu-west-1-123456789012/"],
            declared.Of(Database).Select(database => (string)database["locationUri"]!).Order(StringComparer.Ordinal));
        Assert.All(declared.Of(Database), database =>
        {
            Assert.Equal("drinfra_main_lake_tables", database["name"]);
            Assert.Equal("IAM_ALLOWED_PRINCIPALS", database["createTableDefaultPermissions[0].principal.dataLakePrincipalIdentifier"]);
            Assert.True(database.Options.Protect);
            Assert.True(database.Options.RetainOnDelete);
        });
        Assert.Contains("::aws-eu-west-1::", declared.Named("lake-tables-database-eu-west-1").Provider, StringComparison.Ordinal);
        Assert.Contains("::aws-eu-central-1::", declared.Named("lake-tables-database-eu-central-1").Provider, StringComparison.Ordinal);
    }

    // Engines make the tables of Iceberg: an update of a declared one takes its metadata away
    // (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1919).
    [Fact]
    public async Task Iceberg_HasAnAccessPointOfEachBucketAndNoTable()
    {
        var declared = await DeclareAsync();

        Assert.Empty(declared.Of(Table));
        Assert.Empty(declared.Of(Registry));
        Assert.Equal(
            [
                ("drinfra-main-lake-tables-eu-central-1", "lake-curated-bucket-eu-central-1-id"),
                ("drinfra-main-lake-tables-eu-west-1", "lake-curated-bucket-eu-west-1-id"),
            ],
            declared.Of(AccessPoint).Select(point => ((string)point["name"]!, (string)point["bucket"]!)).Order());
        Assert.All(declared.Of(AccessPoint), point => Assert.Equal(true, point["publicAccessBlockConfiguration.blockPublicPolicy"]));
    }

    [Fact]
    public async Task Hive_ComputesFoldersWhereEveryLevelHasValues()
    {
        var declared = await DeclareAsync(Catalogued.Hive);

        var table = declared.Named("lake-tables-orders-eu-central-1");
        Assert.Equal("s3://drinfra-main-lake-curated-eu-central-1-123456789012/sales/orders/", table["storageDescriptor.location"]);
        Assert.Equal(("total", "decimal(12,2)"), (table["storageDescriptor.columns[1].name"], table["storageDescriptor.columns[1].type"]));
        Assert.Equal(("kind", "string"), (table["partitionKeys[2].name"], table["partitionKeys[2].type"]));
        Assert.True(table.Options.Protect);
        Assert.Empty(declared.Of(AccessPoint));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["EXTERNAL"] = "TRUE", ["classification"] = "parquet", ["projection.enabled"] = "true",
                ["projection.day.type"] = "date", ["projection.day.range"] = "2024-01-01,NOW", ["projection.day.format"] = "yyyy-MM-dd",
                ["projection.shop.type"] = "integer", ["projection.shop.range"] = "0,9",
                ["projection.kind.type"] = "enum", ["projection.kind.values"] = "web,post",
            },
            await ParametersAsync(Catalogued.Hive));
    }

    [Fact]
    public async Task Hive_RegistersFoldersWhereALevelHasNoValues() => Assert.DoesNotContain(
        "projection.enabled",
        (await ParametersAsync(
            """ "format":"hive","tables":[{"name":"orders","columns":{"id":"int"},"partitions":[{"name":"day","values":"a,b"},{"name":"shop"}]}]""")).Keys);

    [Fact]
    public async Task Delta_IsFoundByItsLogInItsOwnRegion()
    {
        var table = (await DeclareAsync(Catalogued.Delta)).Named("lake-tables-orders-eu-central-1");

        Assert.Equal("s3://drinfra-main-lake-curated-eu-central-1-123456789012/orders/", table["storageDescriptor.location"]);
        Assert.Equal(table["storageDescriptor.location"], table["storageDescriptor.serDeInfo.parameters.path"]);
        Assert.Equal("delta", (await ParametersAsync(Catalogued.Delta))["spark.sql.sources.provider"]);
    }

    [Fact]
    public async Task Registry_IsOneOfEachRegion() => Assert.Equal(
        ["drinfra-main-lake-tables", "drinfra-main-lake-tables"],
        (await DeclareAsync(""" "schemas":"registry-per-region" """)).Of(Registry).Select(registry => registry["registryName"]));

    [Fact]
    public async Task Encryption_IsTheRegionsOwnKeyForDefinitionsAndPasswords()
    {
        var declared = await Declarations.OfAsync(() => _ = new CatalogueEncryption(
            "encryption", new CatalogueEncryptionArgs(new RegionContext(Configurations.PrimarySettings(), StackRole.Standby), Output.Create("arn:key"))));

        var setting = declared.Named("catalogue-encryption-eu-central-1");
        Assert.Equal("SSE-KMS", setting["dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode"]);
        Assert.Equal("arn:key", setting["dataCatalogEncryptionSettings.encryptionAtRest.sseAwsKmsKeyId"]);
        Assert.Equal("arn:key", setting["dataCatalogEncryptionSettings.connectionPasswordEncryption.awsKmsKeyId"]);
    }

    [Fact]
    public void Clients_AreToldOfTheirOwnRegion()
    {
        var settings = Configurations.PrimarySettings(Catalogued.With(""" "schemas":"registry-per-region" """));

        Assert.Equal(
            [
                ("CATALOGUE_TABLES_ACCESS_POINT", "arn:aws:s3:eu-central-1:123456789012:accesspoint/drinfra-main-lake-tables-eu-central-1"),
                ("CATALOGUE_TABLES_BUCKETS",
                    "drinfra-main-lake-curated-eu-central-1-123456789012,drinfra-main-lake-curated-eu-west-1-123456789012"),
                ("CATALOGUE_TABLES_DATABASE", "drinfra_main_lake_tables"),
                ("CATALOGUE_TABLES_REGISTRY", "drinfra-main-lake-tables"),
            ],
            CatalogueEnvironment.Of(settings.Identity, settings.Workloads[0], "eu-central-1"));
    }

    private static async Task<Dictionary<string, string>> ParametersAsync(string catalogue)
    {
        var settings = Configurations.PrimarySettings(Catalogued.With(catalogue));
        var store = settings.Workloads[0].Catalogues.Single();
        var parameters = new Dictionary<string, string>();
        await Declarations.OfAsync(() => CatalogueTables.Parameters(store.Format, store.Tables[0]).Apply(values =>
        {
            foreach (var (name, value) in values)
            {
                parameters[name] = value;
            }

            return values;
        }));
        return parameters;
    }

    private static Task<Declarations> DeclareAsync(string catalogue = """ "format":"iceberg" """) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings(Catalogued.With(catalogue));
        var (primary, standby) = (new RegionContext(settings, StackRole.Primary), new RegionContext(settings, StackRole.Standby));
        var workload = settings.Workloads[0];
        var bucket = new ReplicatedBucket("bucket", new ReplicatedBucketArgs(
            primary, standby, workload, workload.Buckets.First(), Output.Create("arn:the-key"), Output.Create("arn:standby-key")));
        _ = new Catalogue("tables", new CatalogueArgs(workload, workload.Catalogues.First(), bucket, primary, standby, null, null));
    });
}
