using DrInfra.Recovery;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>An alarm on one metric.</summary>
internal readonly record struct MetricAlarm(Node Node)
{
    private static readonly HashSet<string> LagMetrics = new(StringComparer.Ordinal)
    {
        "AuroraGlobalDBRPOLag", "AuroraGlobalDBReplicationLag", "ReplicationLatency", "ReplicaLag", "BytesPendingReplication", "OperationsPendingReplication",
    };

    public string? Namespace => Node["namespace"].Text;

    /// <summary>Null where it is on an expression, or the name is not known.</summary>
    public string? Metric => Node["metricName"].Text;

    public Prop Threshold => Node["threshold"];

    public Prop Period => Node["period"];

    public Prop EvaluationPeriods => Node["evaluationPeriods"];

    /// <summary>How many bad data points make it ring: all that are looked at, where nothing is stated.</summary>
    public Prop Points => Node["datapointsToAlarm"] is { IsAbsent: false } points ? points : EvaluationPeriods;

    /// <summary>Whether its figures are known and let it ring, and its actions are on.</summary>
    public bool CanRing =>
        Period.Number > 0 && Points.Number >= 1 && Points.Number <= EvaluationPeriods.Number && Node["actionsEnabled"].Flag != false;

    public bool RingsAbove => Node["comparisonOperator"].Text is "GreaterThanThreshold" or "GreaterThanOrEqualToThreshold";

    public bool RingsBelow => Node["comparisonOperator"].Text is "LessThanThreshold" or "LessThanOrEqualToThreshold";

    /// <summary>Whether it rings when its data stops.</summary>
    public bool RingsOnSilence => Node["treatMissingData"].Text == "breaching";

    /// <summary>Whether it looks at single values or at their mean, not at a sum or a count.</summary>
    public bool IsOnValues => Node["statistic"].Text is "Maximum" or "Average";

    /// <summary>The least lag in seconds that it rings at; null where it watches none, or rings at any. Buckets publish seconds, others milliseconds.</summary>
    public double? LagSeconds =>
        !IsOnLag || !RingsAbove || Threshold.Number is not ({ } threshold and > 0) ? null : Namespace == "AWS/S3" ? threshold
            : threshold / UnitsOfTime.MillisecondsPerSecond;

    /// <summary>Whether it is red at any lag: all the while that something is replicated.</summary>
    public bool RingsAtAnyLag => IsOnLag && Node["comparisonOperator"].Text == "GreaterThanOrEqualToThreshold" && Threshold.Number is <= 0;

    /// <summary>The names that its dimensions give.</summary>
    public IEnumerable<string> Dimensions => Node["dimensions"].Members.Select(dimension => dimension.Value.Text).OfType<string>();

    /// <summary>The resources that its dimensions were made from.</summary>
    public IReadOnlyList<Node> Watched => ReferenceResolver.Declared(Node, "dimensions");

    /// <summary>The Region that a replicated table is received in.</summary>
    public string? ReceivingRegion => Dimension("ReceivingRegion").Text;

    private bool IsOnLag => Metric is { } metric && LagMetrics.Contains(metric);

    /// <summary>One dimension; absent where it has none of that name.</summary>
    public Prop Dimension(string name) => Node["dimensions"][name];

    /// <summary>Whether it may be on the replication from a bucket to another: its dimensions name no others.</summary>
    public bool MayWatch(string? source, string? destination) =>
        (Dimension("SourceBucket").Text is not { } from || from == source) && (Dimension("DestinationBucket").Text is not { } to || to == destination);
}
