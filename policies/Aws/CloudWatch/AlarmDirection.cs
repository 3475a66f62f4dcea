namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Which values make an alarm ring.</summary>
internal static class AlarmDirection
{
    public const string High = "high";
    public const string Low = "low";
    public const string Both = "both";

    /// <summary>Null where the operator is none that CloudWatch knows, or is not known.</summary>
    public static string? Of(Node alarm) => alarm["comparisonOperator"].Text switch
    {
        "GreaterThanThreshold" or "GreaterThanOrEqualToThreshold" or "GreaterThanUpperThreshold" => High,
        "LessThanThreshold" or "LessThanOrEqualToThreshold" or "LessThanLowerThreshold" => Low,
        "LessThanLowerOrGreaterThanUpperThreshold" => Both,
        _ => null,
    };
}
