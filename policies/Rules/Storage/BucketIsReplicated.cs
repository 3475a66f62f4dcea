using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsReplicated : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var bucket in BucketScope.Data(context.Estate))
        {
            yield return new Finding(bucket, Judge(context.Estate, bucket));
        }
    }

    private static Verdict Judge(Estate estate, Node bucket)
    {
        var replications = Replications.Of(estate);
        var rules = replications.From(bucket).ToArray();
        if (rules.Any(rule => rule.IsEnabled) || replications.To(bucket).Any(rule => rule.IsEnabled) || AreBackupsCopied(estate, bucket))
        {
            return Verdict.Compliant;
        }

        if (rules.FirstOrDefault(rule => rule.Status.IsUnknown) is { } undecided)
        {
            return Verdict.Unknown(undecided.Status.Path);
        }

        if (replications.Unread(bucket) is not null)
        {
            return Verdict.Unknown("rules");
        }

        // The sender of a standby's bucket may be in the primary's stack, which is not here to tell.
        if (rules.Length == 0 && estate.Stacks.Count == 1 && bucket.Tag(DrTags.Role) == "standby")
        {
            return Verdict.Unknown("replicationConfiguration");
        }

        return Verdict.Violation(rules.Length > 0
            ? $"no replication rule is enabled: {string.Join(", ", rules.Select(rule => rule.Status.ToString()).Distinct())}"
            : "its data is in one Region only: no replication and no backup copied to another Region");
    }

    private static bool AreBackupsCopied(Estate estate, Node bucket) =>
        BackupEstate.Of(estate) is var backups && backups.Find(bucket, bucket.Region) is { } store
            && backups.CopiesOf(store).Any(vault => vault.Region is { } region && region != bucket.Region);
}
