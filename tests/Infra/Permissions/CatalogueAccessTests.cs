using DrInfra.Infra.Permissions;
using DrInfra.Tests.Infra.Data;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Permissions;

public class CatalogueAccessTests
{
    [Fact]
    public void Clients_UseTheCatalogueOfTheirRegionAndTheBucketByItsAccessPoint()
    {
        var statements = Of(""" "schemas":"registry-per-region" """);

        Assert.Equal(
            [
                "arn:aws:glue:eu-central-1:123456789012:catalog", "arn:aws:glue:eu-central-1:123456789012:database/drinfra_main_lake_tables",
                "arn:aws:glue:eu-central-1:123456789012:table/drinfra_main_lake_tables/*",
            ],
            statements["UseCatalogues"].Resource!);
        Assert.Equal(
            ["arn:aws:s3:eu-central-1:123456789012:accesspoint/drinfra-main-lake-tables-eu-central-1/object/*"],
            statements["UseObjectsByAccessPoint"].Resource!);
        Assert.Equal(["glue.eu-central-1.amazonaws.com"], statements["UseTheKeyOfTheCatalogue"].Condition!["StringEquals"]["kms:ViaService"]);
        Assert.Equal(
            [
                "arn:aws:glue:eu-central-1:123456789012:registry/drinfra-main-lake-tables",
                "arn:aws:glue:eu-central-1:123456789012:schema/drinfra-main-lake-tables/*",
            ],
            statements["UseSchemas"].Resource!);
        Assert.All(statements.Values, statement => Assert.DoesNotContain(statement.Action!, action => action.EndsWith('*')));
    }

    [Fact]
    public void OtherFormats_NeedNoAccessPointAndNoRegistry() =>
        Assert.Equal(["UseCatalogues", "UseTheKeyOfTheCatalogue"], Of(Catalogued.Delta).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void PodsOfAWorkload_HaveTheStatements()
    {
        var settings = Configurations.PrimarySettings(Catalogued.With());

        Assert.Contains(PodRole.Of(settings.Identity, settings.Workloads[0], "eu-west-1"), statement => statement.Sid == "UseCatalogues");
    }

    private static Dictionary<string, Statement> Of(string catalogue)
    {
        var settings = Configurations.PrimarySettings(Catalogued.With(catalogue));
        return CatalogueAccess.Of(settings.Identity, settings.Workloads[0], "eu-central-1").ToDictionary(statement => statement.Sid);
    }
}
