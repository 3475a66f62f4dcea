namespace DrInfra.Policies.Aws.Mq;

/// <summary>
/// A broker of Amazon MQ. Sources: the Amazon MQ guide, "Deployment options", "Storage" and "Cross-Region data replication for Amazon MQ for
/// ActiveMQ".
/// </summary>
internal readonly record struct MessageBroker(Node Node)
{
    private const string Replicated = "CRDR";

    public Prop Deployment => Node["deploymentMode"];

    public Prop Engine => Node["engineType"];

    /// <summary>Whether the service copies it to another Region, or it is such a copy.</summary>
    public Prop Replication => Node["dataReplicationMode"];

    public bool IsActiveMq => string.Equals(Engine.Text, "ActiveMQ", StringComparison.OrdinalIgnoreCase);

    /// <summary>A pair in two zones on one storage.</summary>
    public bool IsPair => Deployment.Text == "ACTIVE_STANDBY_MULTI_AZ";

    /// <summary>A single instance where nothing is stated (the service's default); null where it is not known.</summary>
    public bool? SpansZones => Deployment.IsUnknown ? null : IsPair || Deployment.Text == "CLUSTER_MULTI_AZ";

    /// <summary>The broker whose copy this one is; absent for one that is none.</summary>
    public Reference Primary(Estate estate) => estate.References.Follow(Node, "dataReplicationPrimaryBrokerArn", MqTypes.Broker);

    /// <summary>Why the service makes no copy of a primary in this one; null where it does.</summary>
    public Reason? Refusal(Node primary)
    {
        var (first, own) = (new MessageBroker(primary), this);
        Prop[] asked = [first.Deployment, own.Deployment, own.Replication];
        return Array.Find(asked, property => property.IsUnknown) is { IsAbsent: false } unknown ? Reason.Unknown(Node, unknown.Path)
            : !first.IsActiveMq || !own.IsActiveMq ? new Reason("Amazon MQ replicates brokers of ActiveMQ only", Node, Engine.Path)
            : own.Replication.Text != Replicated
                ? new Reason($"dataReplicationMode is {(own.Replication.IsAbsent ? "not stated" : own.Replication)}, CRDR needed", Node, own.Replication.Path)
            : !first.IsPair ? new Reason($"{primary.Name} is no pair in two zones, as replication needs", primary, first.Deployment.Path)
            : !own.IsPair ? new Reason($"{Node.Name} is no pair in two zones, as replication needs", Node, own.Deployment.Path)
            : null;
    }
}
