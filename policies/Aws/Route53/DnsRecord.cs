namespace DrInfra.Policies.Aws.Route53;

/// <summary>A record of Route 53: where it leads, and what it follows.</summary>
internal readonly record struct DnsRecord(Node Node)
{
    /// <summary>Whether clients find a host by it.</summary>
    public bool IsOfHost => Node["type"].Text is "A" or "AAAA" or "CNAME";

    public bool IsAlias => Node["aliases"].Items.Count > 0;

    /// <summary>The property that says where it leads.</summary>
    public string TargetProperty => IsAlias ? "aliases" : "records";

    /// <summary>The names and addresses that it leads to, as far as they are known.</summary>
    public IEnumerable<string> Targets =>
        Node["records"].Items.Concat(Node["aliases"].Items.Select(alias => alias["name"]))
            .Select(target => target.Text).OfType<string>().Select(DnsName.Normal);

    /// <summary>Whether it follows the health of what its alias names.</summary>
    public bool FollowsItsTarget => IsAlias && Node["aliases"]["evaluateTargetHealth"].Flag == true;

    /// <summary>How long resolvers keep it; an alias states none.</summary>
    public Prop Ttl => Node["ttl"];

    public Reference HealthCheck(Estate estate) => estate.References.Follow(Node, "healthCheckId", Route53Types.HealthCheck);
}
