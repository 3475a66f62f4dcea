using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasPointInTimeRecovery : StackRule
{
    protected override RuleDescriptor About => new(
        "A table, and every replica of it, can be put back to any second.",
        Why: "A wrong write is in all Regions within a second; the recovery is set per replica, and the one that survives a disaster is the one that "
            + "needs it.",
        Fix: "Set pointInTimeRecovery.enabled on the table and pointInTimeRecovery on each replica.",
        Severity.High, "B1 B4",
        Published: "DynamoDB.2, CKV_AWS_28, CKV_AWS_165, AVD-AWS-0024, 741f1291-47ac-4a85-a07b-3d32a9d6bd3e, 327b0729-4c5c-4c44-8b5c-e476cd9c7290, "
            + "dynamodb_tables_pitr_enabled, AwsSolutions-DDB3, CT.DYNAMODB.PR.1");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from place in GlobalTables.Stated(context.Estate)
        select place.IsUnknown
            ? Finding.Unknown(place.Node, place.RegionName.Path)
            : new Finding(place.Node, FlagVerdict.Of(place.PointInTime, wanted: true, serviceDefault: false, $"{place.Name} has no point-in-time recovery"));
}
