using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>Backups of buckets that AWS Backup copies to another Region.</summary>
internal static class CopiedBackups
{
    public static bool Take(Estate estate, Node bucket) => estate.OfType(BackupTypes.Selection)
        .Where(selection => selection.Stack == bucket.Stack && selection.Region == bucket.Region && Selects(estate, selection, bucket))
        .Select(selection => estate.References.Follow(selection, "planId", BackupTypes.Plan).Target)
        .OfType<Node>()
        .Any(plan => plan["rules"].Items.SelectMany(rule => rule["copyActions"].Items).Any(copy => LeavesRegion(estate, plan, copy["destinationVaultArn"])));

    private static bool Selects(Estate estate, Node selection, Node bucket)
    {
        // What is known decides; unknown ARNs only where the one bucket behind them is this one.
        var resources = selection["resources"];
        return resources.Items.Any(item => item.Text is "*" or "arn:aws:s3:::*")
            || estate.References.FollowAll(selection, resources, BucketScope.Types).Any(reference => reference.Target == bucket)
            || selection["selectionTags"].Items.Any(tag => tag["type"].Text == "STRINGEQUALS" && Has(bucket, tag["key"].Text, tag["value"].Text))
            || Meets(bucket, selection["conditions"]["stringEquals"]);
    }

    private static bool Meets(Node bucket, Prop conditions)
    {
        Prop[] items = conditions.Value is ListValue or MapValue ? [.. conditions.Items] : [];
        return items.Length > 0 && Array.TrueForAll(items, item => Has(bucket, item["key"].Text is { } key ? ResourceTags.OfCondition(key) : null, item["value"].Text));
    }

    private static bool Has(Node bucket, string? key, string? value) => key is not null && value is not null && bucket.Tag(key) == value;

    private static bool LeavesRegion(Estate estate, Node plan, Prop vault)
    {
        var reference = estate.References.Follow(plan, vault, BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault);
        return reference.Region is { } region && region != plan.Region;
    }
}
