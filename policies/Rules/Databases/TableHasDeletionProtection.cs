using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasDeletionProtection : StackRule
{
    public override string Description => "A table, and every replica of it, refuses to be deleted.";

    public override string Why => "Deleting a global table's replica or the table takes its data and its point-in-time window with it.";

    public override string Fix => "Set deletionProtectionEnabled to true on the table and on each of its replicas.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> Also => ["DynamoDB.6", "dynamodb_table_deletion_protection_enabled"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from place in GlobalTables.Stated(context.Estate)
        select place.IsUnknown
            ? Finding.Unknown(place.Node, place.RegionName.Path)
            : new Finding(place.Node, FlagVerdict.Of(place.DeletionProtection, wanted: true, serviceDefault: false, $"{place.Name} may be deleted: deletion protection is off"));
}
