using DrInfra.Policies.Aws.Glue;

namespace DrInfra.Drctl.Emulation;

/// <summary>AWS Glue: an account has one catalogue in each Region, whose id is the account's.</summary>
internal static class GlueResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(GlueTypes.CatalogDatabase, CreateDatabase),
        new(GlueTypes.CatalogTable, CreateTable),
        new(GlueTypes.DataCatalogEncryptionSettings, CreateEncryption),
        new(GlueTypes.Registry, CreateRegistry),
    ];

    private static EmulatedResource CreateDatabase(EmulationRequest request)
    {
        var name = LowerCase(request, request.PhysicalName(prefixProperty: null));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("glue", $"database/{name}"))
            .Default("catalogId", request.AccountId)
            .EmptyTexts("locationUri")
            .Tagged()
            .WithId($"{request.Text("catalogId") ?? request.AccountId}:{name}");
    }

    private static EmulatedResource CreateTable(EmulationRequest request)
    {
        var name = LowerCase(request, request.PhysicalName(prefixProperty: null));
        var database = request.Text("databaseName");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("glue", $"table/{database}/{name}"))
            .Default("catalogId", request.AccountId)
            .EmptyLists("partitionIndices")
            .WithId($"{request.Text("catalogId") ?? request.AccountId}:{database}:{name}");
    }

    private static EmulatedResource CreateEncryption(EmulationRequest request) => EmulatedOutputs.InRegion(request)
        .Default("catalogId", request.AccountId)
        .WithId(request.Text("catalogId") ?? request.AccountId);

    private static EmulatedResource CreateRegistry(EmulationRequest request)
    {
        var arn = request.Arn("glue", $"registry/{request.Text("registryName")}");
        return EmulatedOutputs.InRegion(request).Set("arn", arn).Tagged().WithId(arn);
    }

    private static string LowerCase(EmulationRequest request, string name) => !name.Any(char.IsUpper)
        ? name
        : throw request.Refuse("name", name, "the provider refuses upper-case letters, which the service would fold.");
}
