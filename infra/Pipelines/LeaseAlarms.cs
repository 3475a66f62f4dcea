using DrInfra.Infra.Conventions;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="LeaseAlarms"/> needs.</summary>
/// <param name="Region">The Region that the alarm is in.</param>
/// <param name="Leases">How many leases there are: one for each workload with pipelines.</param>
/// <param name="TopicArn">The Region's topic, computed.</param>
public sealed record LeaseAlarmsArgs(RegionContext Region, int Leases, string TopicArn);

/// <summary>
/// Tells people in each Region that a lease is not renewed, so that its pipelines run nowhere. A write to a global table takes write units in
/// every Region of it, whichever it was made in
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html).
/// </summary>
[Practices("F6", "H7")]
public sealed class LeaseAlarms : ComponentResource
{
    /// <summary>The part of the alarm's name.</summary>
    public const string Part = "leases-not-renewed";

    // A switch takes one minute for the lease, and less for the beacon: three are none.
    private const int Minutes = 3;

    /// <summary>Declares the alarm.</summary>
    public LeaseAlarms(string name, LeaseAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:LeaseAlarms", name, options)
    {
        var region = args.Region;
        var seconds = (int)FactBook.Number("cw-period");
        _ = new Aws.CloudWatch.MetricAlarm($"shared-{Part}-{region.Region}", new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = region.Names.Alarm("shared", Part, region.Region),
            AlarmDescription = $"For {Minutes} minutes not every lease was renewed: the pipelines of a workload run in no Region",
            MetricQueries =
            {
                // Not an alarm on the metric itself: of DynamoDB's metrics CloudWatch ignores missing data whatever the alarm states (fact
                // cw-ddb-missing-data), and a table that nobody writes to has none.
                new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                {
                    Id = "renewals",
                    Expression = "FILL(writes, 0)",
                    Label = "Renewals of leases",
                    ReturnData = true,
                },
                new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                {
                    Id = "writes",
                    ReturnData = false,
                    Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
                    {
                        Namespace = "AWS/DynamoDB",
                        MetricName = "ConsumedWriteCapacityUnits",
                        Dimensions = { ["TableName"] = region.Names.LeaseTable },
                        Period = seconds,
                        Stat = "Sum",
                    },
                },
            },
            ComparisonOperator = "LessThanThreshold",
            Threshold = Threshold(args.Leases, seconds),
            EvaluationPeriods = Minutes,
            DatapointsToAlarm = Minutes,
            TreatMissingData = "breaching",
            AlarmActions = { args.TopicArn },
            OkActions = { args.TopicArn },
            Tags = region.Tags(region.Shared),
        }, region.Child(this));
        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>
    /// Writes in a period below which a lease is not renewed: those of all other leases, and half of one's own, since renewals do not come to
    /// the second.
    /// </summary>
    public static double Threshold(int leases, int seconds) => (leases - 0.5) * (seconds / LeaseProtocol.Renews.TotalSeconds);
}
