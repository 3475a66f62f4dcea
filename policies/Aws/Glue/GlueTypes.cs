namespace DrInfra.Policies.Aws.Glue;

/// <summary>Type tokens of the provider's module <c>aws:glue</c>.</summary>
public static class GlueTypes
{
    public const string CatalogDatabase = "aws:glue/catalogDatabase:CatalogDatabase";
    public const string CatalogTable = "aws:glue/catalogTable:CatalogTable";
    public const string Crawler = "aws:glue/crawler:Crawler";
    public const string DataCatalogEncryptionSettings = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
    public const string Job = "aws:glue/job:Job";
    public const string Partition = "aws:glue/partition:Partition";
    public const string Registry = "aws:glue/registry:Registry";
    public const string Schema = "aws:glue/schema:Schema";
    public const string Trigger = "aws:glue/trigger:Trigger";
    public const string Workflow = "aws:glue/workflow:Workflow";
}
