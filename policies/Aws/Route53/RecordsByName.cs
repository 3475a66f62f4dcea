namespace DrInfra.Policies.Aws.Route53;

/// <summary>The records of an estate by their full names; those whose name is unknown are left out.</summary>
internal sealed class RecordsByName(Estate estate)
{
    private readonly ILookup<string, Node> _records = estate.OfType(Route53Types.Record)
        .Select(record => (Name: DnsName.Of(record), Record: record))
        .Where(pair => pair.Name is not null)
        .ToLookup(pair => pair.Name!, pair => pair.Record, StringComparer.Ordinal);

    public IEnumerable<Node> Of(string name) => _records[name];
}
