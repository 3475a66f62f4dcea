namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>An alarm that should ring when too little is written to a table.</summary>
internal static class WritesAlarm
{
    /// <summary>Whether an alarm counts the writes to a table; null where only the deployment will tell.</summary>
    public static bool? IsOn(Node alarm, string table)
    {
        var counted = MetricSource.Of(alarm)
            .Where(source => source.Namespace.Text == "AWS/DynamoDB" && source.MetricName.Text == "ConsumedWriteCapacityUnits")
            .Select(source => source.Dimensions.IsUnknown ? source.Dimensions : source.Dimensions["TableName"]).ToArray();
        return Array.Exists(counted, name => name.Text == table) ? true : Array.Exists(counted, name => name.IsUnknown) ? null : false;
    }

    /// <summary>
    /// Why an alarm stays silent when nobody writes; null where it rings then. A table without writes has no data, and of DynamoDB's metrics
    /// CloudWatch ignores missing data whatever the alarm states (fact cw-ddb-missing-data): an expression has to fill it in.
    /// </summary>
    public static Reason? Silent(Node alarm)
    {
        var view = new MetricAlarm(alarm);
        return !view.RingsBelow ? new Reason($"the alarm {alarm.Name} does not ring below its threshold", alarm, "comparisonOperator")
            : !alarm["metricQueries"].Items.Any(query => query["expression"].Text?.Contains("FILL(", StringComparison.Ordinal) == true)
                ? new Reason($"the alarm {alarm.Name} has no data when nobody writes, and CloudWatch ignores that", alarm, "metricQueries")
            : !view.RingsOnSilence ? new Reason($"the alarm {alarm.Name} does not treat missing data as breaching", alarm, "treatMissingData")
            : null;
    }
}
