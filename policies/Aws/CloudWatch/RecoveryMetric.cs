
namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>A metric that recovery is watched by.</summary>
/// <param name="UnitsPerSecond">Of a lag: 1 where it is in seconds, 1000 where in milliseconds; else 0.</param>
/// <param name="Home">The dimension whose resource is in the Region that the metric is published in; null where another rule says it.</param>
/// <param name="Required">Dimensions without which no such series exists.</param>
/// <param name="Optional">Dimensions that it may have besides.</param>
/// <param name="ByAbsence">Silence is the fault: what publishes it is gone.</param>
internal sealed record RecoveryMetric(
    string Namespace,
    string Name,
    MetricKind Kind,
    double UnitsPerSecond = 0,
    string? Home = null,
    IReadOnlyList<string>? Required = null,
    IReadOnlyList<string>? Optional = null,
    bool ByAbsence = false)
{
    /// <summary>A fault shows as a high value.</summary>
    public bool BadWhenHigh => Kind is MetricKind.Lag or MetricKind.Backlog or MetricKind.Failures;
}
