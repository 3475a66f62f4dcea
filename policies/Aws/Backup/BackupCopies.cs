using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>What else the stacks do to keep data: AWS Backup, which selects by tags and is judged by its own rules.</summary>
internal static class BackupCopies
{
    /// <summary>Whether anything is selected for backup plans in a stack.</summary>
    public static bool AreTakenIn(StackGraph stack) => stack.Nodes.Any(node => node.Type == BackupTypes.Selection);

    /// <summary>Whether a backup plan of this Region copies to a vault of another.</summary>
    public static bool LeaveRegion(Estate estate, string? region) => estate.OfType(BackupTypes.Plan)
        .Where(plan => plan.Region == region)
        .SelectMany(plan => plan["rules"].Items.SelectMany(rule => rule["copyActions"].Items.Select(copy => (plan, copy))))
        .Any(pair => estate.References.Follow(pair.plan, pair.copy["destinationVaultArn"], BackupTypes.Vault).Region is { } other && other != region);

    /// <summary>Whether the stacks have resources in more than one Region, so that a copy in another would be seen.</summary>
    public static bool CouldBeSeen(Estate estate) => estate.All
        .Where(node => node.Resource.Custom && node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type))
        .Select(node => node.Region).Where(region => region is not null).Distinct().Skip(1).Any();
}
