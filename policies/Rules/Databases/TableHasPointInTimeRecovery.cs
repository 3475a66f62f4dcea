using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasPointInTimeRecovery : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from place in GlobalTables.Stated(context.Estate)
        select place.IsUnknown
            ? Finding.Unknown(place.Node, place.RegionName.Path)
            : new Finding(place.Node, FlagVerdict.Of(place.PointInTime, wanted: true, serviceDefault: false, $"{place.Name} has no point-in-time recovery"));
}
