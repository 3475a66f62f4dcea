using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Likeness;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupPlansMatchAcrossRegions : StackRule
{
    private const int Longest = 60;

    // What must be the same in both Regions, by type. Names, references and tags follow the Region.
    private static readonly Dictionary<string, string[]> Compared = new(StringComparer.Ordinal)
    {
        [BackupTypes.Plan] = ["rules"],
        [BackupTypes.Selection] = ["resources", "notResources", "conditions", "selectionTags"],
        [BackupTypes.LogicallyAirGappedVault] = ["minRetentionDays", "maxRetentionDays"],
        [BackupTypes.VaultLockConfiguration] = ["minRetentionDays", "maxRetentionDays", "changeableForDays"],
        [BackupTypes.VaultPolicy] = ["policy"],
        [BackupTypes.RegionSettings] = ["resourceTypeOptInPreference", "resourceTypeManagementPreference"],
        [BackupTypes.RestoreTestingPlan] = ["scheduleExpression", "scheduleExpressionTimezone", "startWindowHours", "recoveryPointSelection"],
        [BackupTypes.RestoreTestingSelection] = ["protectedResourceType", "validationWindowHours", "restoreMetadataOverrides", "protectedResourceConditions"],
    };

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (type, properties) in Compared)
        {
            var twins = Twins.Of(context.Estate, type);
            foreach (var (one, other) in twins.Pairs)
            {
                foreach (var property in properties)
                {
                    if (Judge(one, other, property) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }

            foreach (var alone in twins.Alone)
            {
                yield return Finding.Violation(alone.Node, $"{alone.Node.Name} has no counterpart in {alone.OtherRegion}, others of its type have one");
            }
        }
    }

    private static Finding? Judge(Node one, Node other, string property)
    {
        var (mine, its) = (one.Input(property), other.Input(property));
        if (mine.Value?.ContainsUnknown == true || its.Value?.ContainsUnknown == true)
        {
            return Twins.Normalized(mine, one, other) == Twins.Normalized(its, other, one) ? null : Finding.Unknown(one, property);
        }

        if (Twins.Normalized(mine, one, other) == Twins.Normalized(its, other, one))
        {
            return null;
        }

        var (here, there) = Difference(mine, its, one, other);
        var weaker = WeakerSide.Of(here.Path, here.Value, there.Value);
        return weaker > 0 || (weaker == 0 && !Twins.IsStandby(one) && Twins.IsStandby(other))
            ? Told(other, there, one, here, property, weaker)
            : Told(one, here, other, there, property, weaker);
    }

    private static Finding Told(Node node, Prop own, Node other, Prop its, string property, int weaker) => Finding.Violation(
        node,
        $"{(own.IsAbsent ? its : own).Path} differs from that of {other.Name} in {other.Region}: {Short(node, property, own)} here, "
            + $"{Short(other, property, its)} there{(weaker == 0 ? ", and neither is weaker" : "")}",
        property);

    private static string Short(Node node, string property, Prop value) =>
        value.IsAbsent ? "nothing"
        : node.Resource.Inputs[property]?.ContainsSecret == true ? "a secret"
        : value.ToString() is { Length: > Longest } text ? text[..Longest] + "..." : value.ToString();

    // The first place where the two differ.
    private static (Prop Mine, Prop Its) Difference(Prop mine, Prop its, Node one, Node other)
    {
        if (mine.Value is ListValue && its.Value is ListValue && mine.Items.Count == its.Items.Count)
        {
            var at = mine.Items.Zip(its.Items).FirstOrDefault(pair => Twins.Normalized(pair.First, one, other) != Twins.Normalized(pair.Second, other, one));
            return Difference(at.First, at.Second, one, other);
        }

        if (mine.Value is MapValue map && its.Value is MapValue)
        {
            var name = map.Keys.Concat(its.Members.Select(member => member.Name))
                .First(key => Twins.Normalized(mine[key], one, other) != Twins.Normalized(its[key], other, one));
            return mine[name].IsAbsent || its[name].IsAbsent ? (mine[name], its[name]) : Difference(mine[name], its[name], one, other);
        }

        return (mine, its);
    }
}
