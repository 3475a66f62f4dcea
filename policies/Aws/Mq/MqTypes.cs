namespace DrInfra.Policies.Aws.Mq;

/// <summary>Type tokens of the provider's module <c>aws:mq</c>.</summary>
public static class MqTypes
{
    public const string Broker = "aws:mq/broker:Broker";
}
