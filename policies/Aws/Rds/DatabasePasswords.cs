using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>The databases whose password the program sets.</summary>
internal static class DatabasePasswords
{
    private static readonly (string Type, string Property)[] Properties =
    [
        (RdsTypes.Cluster, "masterPassword"),
        (RdsTypes.Instance, "password"),
        (DocDbTypes.Cluster, "masterPassword"),
        (RedshiftTypes.Cluster, "masterPassword"),
    ];

    public static IEnumerable<(Node Database, string Property)> Of(Estate estate) =>
        from entry in Properties
        from database in estate.OfType(entry.Type)
        where !database.Input(entry.Property).IsAbsent
        select (database, entry.Property);
}
