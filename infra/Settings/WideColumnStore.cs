using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>A table of Amazon Keyspaces (the protocol of Apache Cassandra), in a keyspace of its own.</summary>
/// <param name="Columns">All columns, those of the keys included.</param>
/// <param name="PartitionKey">At least one column, in order.</param>
/// <param name="ClusteringKey">By which rows of a partition are ordered; may be empty.</param>
/// <param name="Expiry">
/// How long a row lives that says nothing else; null = for ever. Above 0 to twenty years. The service cannot change it later: tables that are
/// replicated take their time to live at creation alone.
/// </param>
public sealed record WideColumnStore(
    string Name,
    double SizeGb,
    double ChangeGbPerDay,
    IReadOnlyList<WideColumn> Columns,
    IReadOnlyList<string> PartitionKey,
    IReadOnlyList<ClusteringColumn> ClusteringKey,
    TimeSpan? Expiry) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "wide-column";

    // AWS Backup does not take Keyspaces, and its own windows are of the account
    // (https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html).

    /// <inheritdoc />
    public override IReadOnlyList<Disruption> None => [Disruption.Account];
}

/// <summary>A column.</summary>
/// <param name="Name">Lower-case letters, digits and underscores; 1 to 48.</param>
/// <param name="Type">As CQL spells it.</param>
public sealed record WideColumn(string Name, string Type);

/// <summary>A column that rows of a partition are ordered by.</summary>
/// <param name="Name">The column.</param>
/// <param name="Order"><c>ASC</c> or <c>DESC</c>.</param>
public sealed record ClusteringColumn(string Name, string Order);
