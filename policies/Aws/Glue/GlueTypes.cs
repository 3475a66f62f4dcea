namespace DrInfra.Policies.Aws.Glue;

/// <summary>Type tokens of the provider's module <c>aws:glue</c>.</summary>
public static class GlueTypes
{
    public const string CatalogDatabase = "aws:glue/catalogDatabase:CatalogDatabase";
    public const string CatalogTable = "aws:glue/catalogTable:CatalogTable";
    public const string Job = "aws:glue/job:Job";
}
