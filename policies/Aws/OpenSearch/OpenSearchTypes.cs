namespace DrInfra.Policies.Aws.OpenSearch;

/// <summary>Type tokens of the provider's module <c>aws:opensearch</c>.</summary>
public static class OpenSearchTypes
{
    public const string Domain = "aws:opensearch/domain:Domain";
    public const string InboundConnectionAccepter = "aws:opensearch/inboundConnectionAccepter:InboundConnectionAccepter";
    public const string OutboundConnection = "aws:opensearch/outboundConnection:OutboundConnection";
    public const string ServerlessCollection = "aws:opensearch/serverlessCollection:ServerlessCollection";
}
