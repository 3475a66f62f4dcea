using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackedUpServicesAreOptedIn : StackRule
{
    protected override RuleDescriptor About => new(
        "Every service that a backup plan selects from is opted in to AWS Backup in that Region, tables and file systems with full management.",
        Why: "AWS Backup passes over what a selection takes by tag where the service is not opted in, without an error; tables without full management "
            + "cannot be copied to another Region.",
        Fix: "Declare RegionSettings in the Region, with true for the service in resourceTypeOptInPreference, and for DynamoDB and EFS in "
            + "resourceTypeManagementPreference.",
        Severity.High, "B1 B4");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in BackupEstate.Of(context.Estate).Selections
            .SelectMany(selection => selection.Stores.Select(store => (selection.Node, store.Service)))
            .DistinctBy(pair => (pair.Node.Region, pair.Service))
        from reason in new[] { BackupFaults.OptIn(context.Estate, pair.Node, pair.Service), BackupFaults.Management(context.Estate, pair.Node, pair.Service) }.OfType<Reason>().Distinct()
        select Finding.Of(reason);
}
