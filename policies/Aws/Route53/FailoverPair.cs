namespace DrInfra.Policies.Aws.Route53;

/// <summary>The failover records of one name, type and zone.</summary>
/// <param name="Name">In the form of <see cref="DnsName"/>.</param>
internal sealed record FailoverPair(string Zone, string Name, string Type, IReadOnlyList<Node> Members)
{
    public IEnumerable<Node> Primaries => Members.Where(member => RoleOf(member) == "PRIMARY");

    public IEnumerable<Node> Secondaries => Members.Where(member => RoleOf(member) == "SECONDARY");

    public static string? RoleOf(Node record) => record["failoverRoutingPolicies"]["type"].Text;

    public static IReadOnlyList<FailoverPair> Of(Estate estate) =>
    [
        .. estate.OfType(Route53Types.Record)
            .Where(record => record["failoverRoutingPolicies"].Items.Count > 0)
            .GroupBy(record => (Zone: ZoneOf(record), Name: DnsName.Of(record) ?? record.Urn, Type: record["type"].Text ?? ""))
            .OrderBy(group => group.Key)
            .Select(group => new FailoverPair(group.Key.Zone, group.Key.Name, group.Key.Type, [.. group])),
    ];

    // In a first preview the zone is unknown, yet both members name the same one.
    private static string ZoneOf(Node record) => record["zoneId"] is { Text: { } id } ? id
        : ReferenceResolver.Declared(record, "zoneId") is { Count: > 0 } zones ? zones[0].Urn : "";
}
