using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Data;

/// <summary>What clients are told of the catalogues of their workload: those of their own Region.</summary>
public static class CatalogueEnvironment
{
    /// <summary>The variables of pods, by name.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the pods run in.</param>
    public static IEnumerable<(string Name, string Value)> Of(PairIdentity pair, WorkloadSettings workload, string region) =>
        from catalogue in workload.Catalogues
        from address in Addresses(pair, workload, catalogue, region)
        select ($"CATALOGUE_{VariableName.Of(catalogue.Name)}_{Upper(address.Key)}", address.Value);

    /// <summary>
    /// Where clients of a Region find a catalogue. Engines of Iceberg map the names of both buckets to the access point: metadata holds the name
    /// of the bucket that it was written into.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Addresses(PairIdentity pair, WorkloadSettings workload, CatalogueStore catalogue, string region)
    {
        var addresses = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["database"] = pair.Names.CatalogueDatabase(workload.Name, catalogue.Name),
        };
        if (catalogue.Format == CatalogueFormat.Iceberg)
        {
            addresses["accessPoint"] = Arns.AccessPoint(region, pair.AccountId, pair.Names.AccessPoint(workload.Name, catalogue.Name, region));
            addresses["buckets"] = string.Join(
                ',', new[] { region, pair.Regions.OtherThan(region) }.Select(each => pair.Names.Bucket(workload.Name, catalogue.Of, each)));
        }

        if (catalogue.Schemas == CatalogueSchemas.RegistryPerRegion)
        {
            addresses["registry"] = pair.Names.SchemaRegistry(workload.Name, catalogue.Name);
        }

        return addresses;
    }

    private static string Upper(string camelCase) =>
        string.Concat(camelCase.Select(character => char.IsUpper(character) ? $"_{character}" : $"{char.ToUpperInvariant(character)}"));
}
