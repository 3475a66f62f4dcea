using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmStandsWhereItsMetricIs : StackRule
{
    private const string HealthCheckHome = "us-east-1";

    public override string Description => "An alarm stands in the Region that publishes its metric.";

    public override string Why => "CloudWatch sees the metrics of its own Region only: replication lag is published where the copy is, failed replication at the source, health checks in us-east-1. Elsewhere the alarm has no data.";

    public override string Fix => "Declare the alarm with the provider of the Region that the metric is published in.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from alarm in context.Estate.OfType(CloudWatchTypes.MetricAlarm)
        where alarm.Region is not null
        from source in MetricSource.Of(alarm)
        where source.Known is not null
        from problem in Problems(context.Estate, alarm, source, source.Known!)
        select Finding.Violation(alarm, problem.Message, problem.Path);

    private static IEnumerable<(string Message, string Path)> Problems(Estate estate, Node alarm, MetricSource source, RecoveryMetric metric)
    {
        if (metric.Home is { } home && source.Dimensions[home] is { IsAbsent: false } named && MetricDimensions.TypesOf(home) is { } types
            && estate.References.Follow(alarm, named, types).Target?.Region is { } region && region != alarm.Region)
        {
            yield return ($"{metric.Name} of {named} is published in {region}, the alarm is in {alarm.Region}", named.Path);
        }

        if (metric.Namespace == "AWS/Route53" && alarm.Region != HealthCheckHome)
        {
            yield return ($"{metric.Name} is published in {HealthCheckHome}, the alarm is in {alarm.Region}", source.MetricName.Path);
        }

        if (source.Dimensions["SourceRegion"] is { Text: { } from } sourceRegion && from == alarm.Region)
        {
            yield return ($"{metric.Name} tells of what comes from another Region, not from {from}", sourceRegion.Path);
        }

        if (source.Dimensions["SourceRegion"] is { Text: { } other } otherRegion && source.Dimensions["DBClusterIdentifier"] is { IsAbsent: false } cluster
            && OtherMembers(estate, alarm, cluster) is { Count: > 0 } regions && !regions.Contains(other))
        {
            yield return ($"no member of the global database is in {other}", otherRegion.Path);
        }

        if (source.Dimensions["ReceivingRegion"] is { Text: { } receiving } receivingRegion)
        {
            foreach (var message in TableProblems(estate, alarm, source.Dimensions["TableName"], receiving))
            {
                yield return (message, receivingRegion.Path);
            }
        }
    }

    private static IEnumerable<string> TableProblems(Estate estate, Node alarm, Prop tableName, string receiving)
    {
        if (receiving == alarm.Region)
        {
            yield return $"ReplicationLatency is published in the Region that sends, the alarm is in {alarm.Region}, which receives";
        }
        else if (estate.References.Follow(alarm, tableName, DynamoDbTypes.Table).Target is { } table)
        {
            var regions = GlobalTableRegions.Of(estate, table);
            foreach (var region in new[] { receiving, alarm.Region! }.Where(region => regions.Count > 0 && !regions.Contains(region)))
            {
                yield return $"the table {table.Name} is not in {region}";
            }
        }
    }

    private static HashSet<string> OtherMembers(Estate estate, Node alarm, Prop cluster) =>
        estate.References.Follow(alarm, cluster, RdsTypes.Cluster).Target is { } member
        && GlobalMembers.GlobalOf(estate, member) is { } global
            ? [.. GlobalMembers.Of(estate, global).Where(other => other != member).Select(other => other.Region).OfType<string>()]
            : [];
}
