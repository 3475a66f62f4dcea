using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Keyspaces;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasPointInTimeRecovery : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => GlobalTables.Stated(context.Estate)
        .Select(place => place.IsUnknown
            ? Finding.Unknown(place.Node, place.RegionName.Path)
            : new Finding(place.Node, FlagVerdict.Of(place.PointInTime, wanted: true, serviceDefault: false, $"{place.Name} has no point-in-time recovery")))
        .Concat(context.Estate.OfType(KeyspacesTypes.Table).Select(table => new Finding(table, Keyspaces(table["pointInTimeRecovery"]["status"]))));

    private static Verdict Keyspaces(Prop status) => status.IsUnknown ? Verdict.Unknown(status.Path)
        : status.Text == "ENABLED" ? Verdict.Compliant
        : Verdict.Violation($"point-in-time recovery is {status.Text ?? "DISABLED"}", status.Path);
}
