using DrInfra.Policies.Aws.Glue;

namespace DrInfra.Policies.Aws.LakeFormation;

/// <summary>
/// A grant of Lake Formation on a database or a table. Grants are of one Region: the guide to several Regions copies them like the catalogue
/// itself (AWS Big Data Blog, "Build a multi-Region and highly resilient modern data architecture using AWS Glue and AWS Lake Formation").
/// </summary>
/// <param name="Principal">Null where only the deployment will tell.</param>
/// <param name="Database">In lower case.</param>
/// <param name="Table">In lower case; null for a grant on the database, <c>*</c> for all of its tables.</param>
internal sealed record LakeGrant(Node Node, string? Principal, string? Database, string? Table)
{
    /// <summary>What stands for everybody whom IAM lets in: with it, Lake Formation decides nothing.</summary>
    private const string Everybody = "IAM_ALLOWED_PRINCIPALS";

    /// <summary>The path of what it is on.</summary>
    public string Property => Table is null ? "database" : Node["table"].IsAbsent ? "tableWithColumns" : "table";

    /// <summary>All of an estate that name a database.</summary>
    public static IReadOnlyList<LakeGrant> In(Estate estate) => estate.Once(static estate =>
        estate.OfType(LakeFormationTypes.Permissions).Select(Of).Where(grant => grant.Database is not null && grant.Principal != Everybody).ToArray());

    /// <summary>Those of a database that its stand-in lacks.</summary>
    public static IEnumerable<LakeGrant> Lacking(Estate estate, CatalogueDatabase home, CatalogueDatabase twin)
    {
        var there = In(estate).Where(grant => grant.Node.Region == twin.Region && grant.Database == twin.Name).ToArray();
        return In(estate).Where(grant => grant.Node.Region == home.Region && grant.Database == home.Name)
            .Where(grant => !Array.Exists(there, other =>
                (other.Principal is null || grant.Principal is null || other.Principal == grant.Principal)
                && (other.Table == grant.Table || (other.Table == "*" && grant.Table is not null))));
    }

    private static LakeGrant Of(Node node)
    {
        var table = node["table"].IsAbsent ? node["tableWithColumns"] : node["table"];
        return new LakeGrant(
            node,
            node["principal"].Text,
            (table.IsAbsent ? node["database"]["name"] : table["databaseName"]).Text?.ToLowerInvariant(),
            table.IsAbsent ? null : table["wildcard"].Flag == true ? "*" : table["name"].Text?.ToLowerInvariant());
    }
}
