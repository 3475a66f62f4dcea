using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Backup;

public sealed class RestoreTestGoesToItsRegion : StackRule
{
    private const string Overrides = "restoreMetadataOverrides";

    // Names that a restore needs; where they are not stated the service takes what the Region has by default, which may not exist.
    private static readonly string[] InASubnetGroup = [BackupStores.Aurora, BackupStores.Rds, "DocumentDB", "Neptune"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) => RestoreTestSelection.All(context.Estate)
        .Where(selection => InASubnetGroup.Contains(selection.Service)).SelectMany(selection => Judge(context.Estate, selection.Node));

    private static IEnumerable<Finding> Judge(Estate estate, Node node)
    {
        var group = Member(node[Overrides], "dbSubnetGroupName");
        var reference = estate.References.Follow(node, group, RdsTypes.SubnetGroup);
        var groups = reference.Text is { } text ? estate.OfType(RdsTypes.SubnetGroup).Where(candidate => candidate["name"].Text == text).ToArray() : [];
        if (reference.Target is null && groups.Length == 0)
        {
            yield return Finding.Unknown(node, $"{Overrides}.dbSubnetGroupName");
        }
        else if (reference.Target?.Region != node.Region && !groups.Any(candidate => candidate.Region == node.Region))
        {
            yield return Finding.Violation(node, $"subnet group {reference.Text} is in {reference.Target?.Region}, the restore test in {node.Region}",
                group.Path);
        }

        var zones = Member(node[Overrides], "availabilityZones");
        foreach (var zone in Zones(zones).Where(zone => node.Region is { } region && !zone.StartsWith(region, StringComparison.Ordinal)))
        {
            yield return Finding.Violation(node, $"zone {zone} is not in {node.Region}", zones.Path);
        }
    }

    // The keys are those of the restore's metadata, in whatever case the program writes them.
    private static Prop Member(Prop overrides, string name) => overrides.IsUnknown
        ? overrides[name]
        : overrides.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    // One that cannot be read is no zone of any Region.
    private static IEnumerable<string> Zones(Prop zones) => zones.Text is not { } text ? []
        : JsonDocumentText.Parse(text, zones.Path) is { Value: ListValue } list && list.Items.All(item => item.Text is not null)
            ? list.Items.Select(item => item.Text!)
            : [text];
}
