namespace DrInfra.Policies.Aws.OpenSearch;

/// <summary>A collection of OpenSearch Serverless.</summary>
internal readonly record struct SearchCollection(Node Node)
{
    /// <summary>Whether compute stands by in another zone: ENABLED where nothing is stated.</summary>
    public Prop Standby => Node["standbyReplicas"];
}
