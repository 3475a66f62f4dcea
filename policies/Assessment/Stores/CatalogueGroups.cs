using DrInfra.Policies.Aws.Glue;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Databases that stand in for each other: of one workload, one in each Region. By their names; those that are left by the names of the program,
/// and by the names of their tables.
/// </summary>
internal static class CatalogueGroups
{
    /// <summary>All of an estate.</summary>
    public static IReadOnlyList<IReadOnlyList<CatalogueDatabase>> In(Estate estate, Func<Node, string> workloadOf) => Of(
        CatalogueDatabase.In(estate).Where(database => database.Members.Any()), database => WorkloadOf(database, workloadOf));

    /// <summary>The workload of a database, or of a table of it; empty where nobody says.</summary>
    public static string WorkloadOf(CatalogueDatabase database, Func<Node, string> workloadOf) =>
        database.Members.Select(workloadOf).FirstOrDefault(name => name.Length > 0) ?? "";

    private static List<List<CatalogueDatabase>> Of(IEnumerable<CatalogueDatabase> databases, Func<CatalogueDatabase, string> workloadOf)
    {
        var groups = new List<List<CatalogueDatabase>>();
        foreach (var workload in databases.GroupBy(workloadOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var left = workload.OrderBy(database => database.First.Urn, StringComparer.Ordinal).ToList();
            foreach (var alike in new Func<CatalogueDatabase, CatalogueDatabase, bool>[] { HaveOneName, HaveOneStem, HaveTablesInCommon })
            {
                groups.AddRange(Taken(left, alike));
            }

            groups.AddRange(left.Select(single => new List<CatalogueDatabase> { single }));
        }

        return groups;
    }

    private static List<List<CatalogueDatabase>> Taken(List<CatalogueDatabase> left, Func<CatalogueDatabase, CatalogueDatabase, bool> alike)
    {
        var taken = new List<List<CatalogueDatabase>>();
        foreach (var first in left.ToArray())
        {
            if (!left.Contains(first) || first.Region is null)
            {
                continue;
            }

            var group = new List<CatalogueDatabase> { first };
            foreach (var other in left.Where(other => other != first && other.Region is not null && alike(first, other)))
            {
                if (group.TrueForAll(member => member.Region != other.Region))
                {
                    group.Add(other);
                }
            }

            if (group.Count > 1)
            {
                left.RemoveAll(group.Contains);
                taken.Add(group);
            }
        }

        return taken;
    }

    private static bool HaveOneName(CatalogueDatabase one, CatalogueDatabase other) => one.Name is not null && one.Name == other.Name;

    private static bool HaveOneStem(CatalogueDatabase one, CatalogueDatabase other) =>
        one.Node is { } first && other.Node is { } second && RegionTwins.Stem(first) == RegionTwins.Stem(second);

    private static bool HaveTablesInCommon(CatalogueDatabase one, CatalogueDatabase other) =>
        one.Tables.Any(table => table.Name is not null && other.Tables.Any(candidate => candidate.Name == table.Name));
}
