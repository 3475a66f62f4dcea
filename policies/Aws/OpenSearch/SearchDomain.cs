namespace DrInfra.Policies.Aws.OpenSearch;

/// <summary>Where the data nodes of a domain of OpenSearch or Elasticsearch are.</summary>
internal readonly record struct SearchDomain(Node Node)
{
    /// <summary>What must be known first to tell; absent where nothing is unknown.</summary>
    public Prop Unknown => new[] { Nodes.Property, ZoneAwareness, Standby }.FirstOrDefault(property => property.IsUnknown);

    /// <summary>One where nothing is stated.</summary>
    public StatedNumber Nodes => new(Node["clusterConfig"]["instanceCount"], 1);

    /// <summary>Multi-AZ with standby: the service refuses indexes without copies in each of three zones.</summary>
    public bool HasStandby => Standby.Flag == true;

    /// <summary>
    /// UltraWarm and cold indexes are neither replicated to another domain nor in the hourly snapshots
    /// (docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html and ultrawarm.html).
    /// </summary>
    public Prop Warm => Node["clusterConfig"]["warmEnabled"];

    public bool SpansZones => HasStandby || ZoneAwareness.Flag == true;

    private Prop Standby => Node["clusterConfig"]["multiAzWithStandbyEnabled"];

    private Prop ZoneAwareness => Node["clusterConfig"]["zoneAwarenessEnabled"];
}
