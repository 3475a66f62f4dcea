using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class RestoreTestSelectionIsUsable : StackRule
{
    private static readonly string[] Services =
        ["Aurora", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "S3", "EKS"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        var selections = RestoreTestSelection.All(context.Estate).ToArray();
        foreach (var selection in selections)
        {
            foreach (var finding in Judge(context.Estate, backups, selection))
            {
                yield return finding;
            }
        }

        var tested = selections.Select(selection => selection.Plan).ToHashSet();
        var unresolved = Array.Exists(selections, selection => selection.Plan is null && selection.Node["restoreTestingPlanName"].IsUnknown);
        foreach (var plan in context.Estate.OfType(BackupTypes.RestoreTestingPlan).Where(plan => !tested.Contains(plan)))
        {
            yield return unresolved ? Finding.Unknown(plan, "name")
                : Finding.Violation(plan, "the restore-testing plan has no selection, so it restores nothing");
        }
    }

    private static IEnumerable<Finding> Judge(Estate estate, BackupEstate backups, RestoreTestSelection selection)
    {
        var node = selection.Node;
        if (selection.Plan is null)
        {
            yield return Finding.Unknown(node, "restoreTestingPlanName");
        }
        else if (selection.Plan.Region != node.Region)
        {
            yield return Finding.Violation(node, $"the selection is in {node.Region}, its plan in {selection.Plan.Region}", "restoreTestingPlanName");
        }

        if (selection.Service is not { } service)
        {
            yield return Finding.Unknown(node, "protectedResourceType");
            yield break;
        }

        if (!Services.Contains(service))
        {
            yield return Finding.Violation(node, $"protectedResourceType is {service}, which cannot be tested", "protectedResourceType");
        }

        if (node["validationWindowHours"].Number is { } hours && (hours < 0 || hours > FactBook.Most("restore-test-validation")))
        {
            yield return Finding.Violation(
                node, string.Create(CultureInfo.InvariantCulture,
                    $"validation window is {hours} hours, 0 to {FactBook.Most("restore-test-validation")} are possible"),
                "validationWindowHours");
        }

        foreach (var reference in estate.References.FollowAll(node, node["protectedResourceArns"], [.. BackupStores.Types]))
        {
            var stores = reference.Target is { } target ? backups.StoresOf(target).ToArray()
                : reference.Text is { } text ? backups.Stores.Where(store => IamPattern.Matches(text, store.ArnPattern)).ToArray()
                : [];
            if (stores.Length > 0 && !stores.Any(store => store.Service == service))
            {
                yield return Finding.Violation(node, $"{stores[0].Node.Name} is of type {stores[0].Service}, not {service}", reference.Path);
            }
            else if (stores.Length == 0 && !(reference.Text?.Contains('*', StringComparison.Ordinal) ?? false))
            {
                yield return Finding.Unknown(node, reference.Path);
            }
        }
    }
}
