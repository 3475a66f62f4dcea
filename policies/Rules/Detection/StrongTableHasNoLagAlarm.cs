using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Detection;

public sealed class StrongTableHasNoLagAlarm : StackRule
{
    public override string Description => "No alarm watches the replication latency of a strongly consistent table.";

    public override string Why => "Such a table publishes no replication latency: the alarm can never ring and hides that nothing watches the table.";

    public override string Fix => "Remove the alarm, and watch the table's SystemErrors and SuccessfulRequestLatency instead.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from alarm in context.Estate.OfType(CloudWatchTypes.MetricAlarm)
        from source in MetricSource.Of(alarm)
        where source.Known is { Namespace: "AWS/DynamoDB", Name: "ReplicationLatency" }
        let table = context.Estate.References.Follow(alarm, source.Dimensions["TableName"], DynamoDbTypes.Table).Target
        where table is not null && GlobalTables.IsStrong(table) == true
        select Finding.Violation(alarm, $"the table {table.Name} is strongly consistent and publishes no replication latency", source.MetricName.Path);
}
