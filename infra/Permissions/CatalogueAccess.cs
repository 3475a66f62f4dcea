using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>What a client of a workload's catalogues may do in its own Region: read and write definitions, and the objects by their access point.</summary>
public static class CatalogueAccess
{
    /// <summary>The statements.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">A workload with a catalogue.</param>
    /// <param name="region">The Region that the client runs in.</param>
    public static IEnumerable<Statement> Of(PairIdentity pair, WorkloadSettings workload, string region)
    {
        string[] databases = [.. workload.Catalogues.Select(catalogue => pair.Names.CatalogueDatabase(workload.Name, catalogue.Name))];
        yield return new()
        {
            // Glue asks for the catalogue and the database above what is used
            // (https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html).
            Sid = "UseCatalogues",
            Action =
            [
                "glue:BatchCreatePartition", "glue:BatchGetPartition", "glue:CreatePartition", "glue:CreateTable", "glue:DeleteTable", "glue:GetDatabase",
                "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables", "glue:UpdatePartition", "glue:UpdateTable",
            ],
            Resource =
            [
                Arns.Catalogue(region, pair.AccountId),
                .. databases.Select(database => Arns.CatalogueDatabase(region, pair.AccountId, database)),
                .. databases.Select(database => Arns.CatalogueTables(region, pair.AccountId, database)),
            ],
        };

        // The catalogue's key is the account's, of whichever pair owns the account's defaults: only the service narrows it down.
        yield return new()
        {
            Sid = "UseTheKeyOfTheCatalogue",
            Action = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
            Resource = [Arns.AnyKey(region, pair.AccountId)],
            Condition = new() { ["StringEquals"] = new() { ["kms:ViaService"] = [$"glue.{region}.amazonaws.com"] } },
        };

        string[] points =
        [
            .. workload.Catalogues.Where(catalogue => catalogue.Format == CatalogueFormat.Iceberg)
                .Select(catalogue => Arns.AccessPoint(region, pair.AccountId, pair.Names.AccessPoint(workload.Name, catalogue.Name, region))),
        ];
        if (points.Length > 0)
        {
            yield return new() { Sid = "ListByAccessPoint", Action = ["s3:ListBucket"], Resource = points };
            yield return new()
            {
                Sid = "UseObjectsByAccessPoint",
                Action = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
                Resource = [.. points.Select(point => $"{point}/object/*")],
            };
        }

        string[] registries =
        [
            .. workload.Catalogues.Where(catalogue => catalogue.Schemas == CatalogueSchemas.RegistryPerRegion)
                .Select(catalogue => pair.Names.SchemaRegistry(workload.Name, catalogue.Name)),
        ];
        if (registries.Length > 0)
        {
            yield return new()
            {
                Sid = "UseSchemas",
                Action =
                [
                    "glue:CreateSchema", "glue:GetSchemaByDefinition", "glue:GetSchemaVersion", "glue:QuerySchemaVersionMetadata", "glue:RegisterSchemaVersion",
                ],
                Resource =
                [
                    .. registries.Select(registry => Arns.SchemaRegistry(region, pair.AccountId, registry)),
                    .. registries.Select(registry => Arns.Schemas(region, pair.AccountId, registry)),
                ],
            };
        }
    }
}
