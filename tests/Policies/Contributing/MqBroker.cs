using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Contributing;

/// <summary>A broker of Amazon MQ, as its program states it.</summary>
internal readonly record struct MqBroker(Node Node)
{
    public static IReadOnlyList<string> Types { get; } = [MqTypes.Broker];

    public Prop Deployment => Node["deploymentMode"];

    /// <summary>A single instance where nothing is stated (the service's default); null where it is not known.</summary>
    public bool? SpansZones => Deployment.IsUnknown ? null : Deployment.Text is "ACTIVE_STANDBY_MULTI_AZ" or "CLUSTER_MULTI_AZ";
}
