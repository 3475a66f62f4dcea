using DrInfra.Policies.Aws.Keyspaces;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Whether what an alarm's dimensions name is there: a metric of nothing has no data.</summary>
internal static class MetricSubjects
{
    public static IEnumerable<Reason> Faults(Estate estate, Node alarm)
    {
        foreach (var source in MetricSource.Of(alarm).Where(IsOfAws))
        {
            foreach (var (name, value) in source.Dimensions.Members)
            {
                if (MetricDimensions.TypesOf(source.Namespace.Text, name) is { } types && StatedName.Missing(estate, alarm, value, types, name) is { } missing)
                {
                    yield return missing;
                }
            }

            if (MissingTable(estate, alarm, source) is { } table)
            {
                yield return table;
            }

            if (MissingRule(estate, alarm, source) is { } rule)
            {
                yield return rule;
            }
        }
    }

    private static bool IsOfAws(MetricSource source) =>
        source.Namespace.Text is { } space && (space.StartsWith("AWS/", StringComparison.Ordinal) || space == "CloudWatchSynthetics");

    // A table of Keyspaces is one of the keyspace that is named beside it.
    private static Reason? MissingTable(Estate estate, Node alarm, MetricSource source) =>
        source.Dimensions["TableName"] is { Text: { } name } stated && source.Namespace.Text == KeyspaceAlarms.Namespace
        && estate.References.Follow(alarm, source.Dimensions["Keyspace"], KeyspacesTypes.Keyspace).Target is { } keyspace
        && EstateScope.IsWhole(estate)
        && Keyspace.TablesOf(estate, keyspace).All(table => table["tableName"] is { IsUnknown: false } own && own.Text != name)
            ? new Reason($"the keyspace {keyspace.Name} has no table {name}", alarm, stated.Path)
            : null;

    // The id of the replication rule is one of the source bucket's configuration.
    private static Reason? MissingRule(Estate estate, Node alarm, MetricSource source)
    {
        if (source.Dimensions["RuleId"] is not { Text: { } id } rule
            || estate.References.Follow(alarm, source.Dimensions["SourceBucket"], TypeGroups.Buckets).Target is not { } bucket)
        {
            return null;
        }

        var rules = TypeGroups.Replications.SelectMany(type => estate.UsersOf(bucket, type, "bucket")).SelectMany(config => config["rules"].Items).ToArray();
        if (rules.Length == 0)
        {
            return EstateScope.IsWhole(estate)
                ? new Reason($"the bucket {bucket.Name} has no replication", alarm, rule.Path)
                : Reason.Unknown(alarm, rule.Path);
        }

        return Array.Exists(rules, found => found["id"].IsUnknown || found["id"].Text == id)
            ? null
            : new Reason($"the bucket {bucket.Name} has no replication rule {id}", alarm, rule.Path);
    }
}
