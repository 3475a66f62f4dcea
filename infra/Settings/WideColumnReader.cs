using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads a store of the kind <c>wide-column</c>.</summary>
internal static class WideColumnReader
{
    private const string NamesAllowed = "names of columns: lower-case letters, digits and underscores, 1 to 48";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(FactBook.Number("keyspaces-ttl-max"));

    public static WideColumnStore Read(SettingsMap node, RecoveryTier tier, string name, double size, double change)
    {
        if (tier.Strategy == Strategy.BackupRestore)
        {
            node.Problem(
                "kind", $"tier {tier.Name} restores from backups, and no backup of Keyspaces leaves its Region", "another kind, or a tier with a standby");
        }

        WideColumn[] columns =
        [
            .. node.Maps("columns").Select(column => new WideColumn(
                column.Text("name", SettingsPatterns.Column, NamesAllowed),
                column.Text("type", SettingsPatterns.ColumnType, "a type of CQL, for example text, uuid, timestamp, map<text, text>"))),
        ];
        string[] partitionKey = [.. node.Texts("partitionKey", SettingsPatterns.Column, NamesAllowed)];
        ClusteringColumn[] clusteringKey =
        [
            .. node.Texts("clusteringKey", SettingsPatterns.ClusteringColumn, $"{NamesAllowed}, each with asc or desc behind it or nothing")
                .Select(text => text.Split(' ')).Select(parts => new ClusteringColumn(parts[0], parts.Length > 1 ? parts[1].ToUpperInvariant() : "ASC")),
        ];
        if (columns.Length == 0)
        {
            node.Problem("columns", "a table needs its columns", "a list of name and type, those of the keys included");
        }

        if (partitionKey.Length == 0)
        {
            node.Problem("partitionKey", "a table needs a partition key", "a list of columns");
        }

        RefuseStrangers(node, "partitionKey", partitionKey, columns);
        RefuseStrangers(node, "clusteringKey", [.. clusteringKey.Select(key => key.Name)], columns);
        foreach (var twice in partitionKey.Concat(clusteringKey.Select(key => key.Name)).GroupBy(key => key).Where(group => group.Count() > 1))
        {
            node.Problem(partitionKey.Contains(twice.Key) ? "partitionKey" : "clusteringKey", $"{twice.Key} is in the keys twice", "each column once");
        }

        foreach (var twice in columns.GroupBy(column => column.Name).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            node.Problem("columns", $"duplicate: {twice.Key}", "each column once");
        }

        return new WideColumnStore(name, size, change, columns, partitionKey, clusteringKey, Expiry(node));
    }

    private static TimeSpan? Expiry(SettingsMap node)
    {
        var expiry = node.OptionalDuration("expiry");
        if (expiry is { } time && (time <= TimeSpan.Zero || time > Longest))
        {
            node.Problem("expiry", "the service does not take this time to live", $"above 0s, up to {DurationText.Format(Longest)}");
        }

        return expiry;
    }

    private static void RefuseStrangers(SettingsMap node, string key, IReadOnlyList<string> names, IReadOnlyList<WideColumn> columns)
    {
        foreach (var name in names.Where(name => name.Length > 0 && columns.Count > 0 && columns.All(column => column.Name != name)))
        {
            node.Problem(key, $"{name} is no column of the table", string.Join(", ", columns.Select(column => column.Name)));
        }
    }
}
