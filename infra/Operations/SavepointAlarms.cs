using DrInfra.Infra.Settings;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Operations;

/// <summary>
/// The alarms on the age of what a Region would start its stream jobs from. Either Region has them: where a job runs they say that it takes no
/// savepoints, and where it does not, that they do not arrive.
/// </summary>
public static class SavepointAlarms
{
    private const int Minutes = 3;

    /// <summary>The alarms of a workload, in either Region.</summary>
    public static IEnumerable<AlarmSpec> For(WorkloadSettings workload) =>
        from pipeline in workload.Pipelines
        where pipeline.Savepoints is not null
        select new AlarmSpec
        {
            Part = $"{pipeline.Name}-savepoint-age",
            Description = $"Here {pipeline.Name} of {workload.Name} would start from a savepoint that is too old, or from none",
            Namespace = SavepointProtocol.MetricNamespace,
            Metric = SavepointProtocol.AgeMetric,
            Dimensions = new Dictionary<string, string>
            {
                [SavepointProtocol.WorkloadDimension] = workload.Name,
                [SavepointProtocol.JobDimension] = $"{workload.Name}-{pipeline.Name}",
            },
            Statistic = "Maximum",
            Threshold = ThresholdSeconds(pipeline.Savepoints!),
            PeriodSeconds = (int)SavepointProtocol.MetricPeriod.TotalSeconds,
            Periods = Minutes,

            // A follower publishes nothing where it would start from nothing.
            Missing = MissingData.Breaching,
        };

    /// <summary>One savepoint may fail, and the next one takes as long as S3 promises for nearly all objects.</summary>
    public static double ThresholdSeconds(SavepointSettings savepoints) => (2 * savepoints.Every.TotalSeconds) + FactBook.Seconds("s3-rtc-sla");
}
