using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackedUpServicesAreOptedIn : StackRule
{
    private const string OptIn = "resourceTypeOptInPreference";
    private const string Management = "resourceTypeManagementPreference";

    // Services whose backups can leave their Region only where AWS Backup manages them in full.
    private static readonly string[] Managed = [BackupStores.DynamoDb, BackupStores.Efs];

    public override string Description => "Every service that a backup plan selects from is opted in to AWS Backup in that Region, tables and file systems with full management.";

    public override string Why => "AWS Backup passes over what a selection takes by tag where the service is not opted in, without an error; tables without full management cannot be copied to another Region.";

    public override string Fix => "Declare RegionSettings in the Region, with true for the service in resourceTypeOptInPreference, and for DynamoDB and EFS in resourceTypeManagementPreference.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B1", "B4"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var settings = context.Estate.OfType(BackupTypes.RegionSettings).ToLookup(node => node.Region);
        var selected = BackupEstate.Of(context.Estate).Selections
            .SelectMany(selection => selection.Stores.Select(store => (selection, store.Service)))
            .GroupBy(pair => (pair.selection.Node.Region, pair.Service));
        foreach (var group in selected)
        {
            var ((region, service), first) = (group.Key, group.First().selection.Node);
            var found = settings[region].ToArray();
            if (found.Length == 0)
            {
                yield return Finding.Unknown(first, OptIn);
                continue;
            }

            foreach (var node in found)
            {
                foreach (var preference in Managed.Contains(service) ? [OptIn, Management] : new[] { OptIn })
                {
                    if (Judge(node, preference, service) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    // A service that the map leaves out stays as the account has it.
    private static Finding? Judge(Node settings, string preference, string service) => settings[preference][service] switch
    {
        { Flag: true } => null,
        { Flag: false } => Finding.Violation(settings, $"{service} is off in {preference} of {settings.Region}, and a plan selects it", $"{preference}.{service}"),
        _ => Finding.Unknown(settings, $"{preference}.{service}"),
    };
}
