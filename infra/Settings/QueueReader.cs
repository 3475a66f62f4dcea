using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads a store of the kind <c>queue</c>, and refuses what SQS and SNS cannot do.</summary>
internal static class QueueReader
{
    private static readonly Dictionary<string, bool> Copies = new() { ["one"] = false, ["both"] = true };

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestVisibility = TimeSpan.FromSeconds(FactBook.Most("sqs-visibility-allowed"));

    private static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(1);

    public static QueueStore Read(SettingsMap node, RecoveryTier tier, string name, double sizeGb, double changeGbPerDay, RegionPair? regions)
    {
        var both = node.Choice("copies", Copies, false);
        var fifo = node.Flag("fifo", false);
        var deduplicateBy = node.OptionalText("deduplicateBy", SettingsPatterns.Attribute, "the name of a message attribute");
        if (both)
        {
            RefuseInBoth(node, fifo, deduplicateBy, regions);
        }

        var quiet = node.OptionalDuration("quietFor");
        if (quiet is not null && !both)
        {
            node.Problem("quietFor", "the queue of the standby Region is always quiet", "nothing, or copies: both");
        }
        else if (quiet is { } silence && (silence < Minute || silence > LongestQuiet || silence.Ticks % Minute.Ticks != 0))
        {
            node.Problem("quietFor", "CloudWatch cannot evaluate it", "whole minutes, at most 1d, for example 15m");
        }

        return new QueueStore(
            name, sizeGb, changeGbPerDay, both, deduplicateBy, fifo, ReadVisibility(node), ReadRetention(node, tier, both), quiet);
    }

    private static void RefuseInBoth(SettingsMap node, bool fifo, string? deduplicateBy, RegionPair? regions)
    {
        if (deduplicateBy is null)
        {
            node.Problem(
                "deduplicateBy",
                "missing: after a failover consumers receive messages again that the other Region has processed",
                "the message attribute by which consumers recognize a message, for example transferId",
                "add deduplicateBy");
        }

        if (fifo)
        {
            node.Problem(
                "fifo",
                "two topics that feed a queue keep no order between them, and the documentation names no delivery of FIFO topics to another Region",
                "false, or copies: one");
        }

        if (regions is not null && !IsDefault(regions.Primary) && !IsDefault(regions.Standby))
        {
            node.Problem(
                "copies",
                $"{regions.Primary} and {regions.Standby} are opt-in Regions, and the documentation contradicts itself on SNS between two of them",
                "one");
        }
    }

    private static bool IsDefault(string region) => FactBook.Get("sns-default-regions").Words.Contains(region, StringComparer.Ordinal);

    private static TimeSpan ReadVisibility(SettingsMap node)
    {
        var visibility = node.OptionalDuration("visibility") ?? Minute;
        if (visibility <= TimeSpan.Zero || visibility > LongestVisibility)
        {
            node.Problem(
                "visibility", "SQS does not allow it", $"longer than a consumer needs for a message, at most {DurationText.Format(LongestVisibility)}");
        }

        return visibility;
    }

    private static TimeSpan ReadRetention(SettingsMap node, RecoveryTier tier, bool both)
    {
        var usual = QueueTimes.Retention(tier, both);
        var retention = node.OptionalDuration("retention") ?? usual;
        var least = both ? QueueTimes.NeededInBoth(tier) : TimeSpan.FromSeconds(FactBook.Least("sqs-retention-allowed"));
        if (usual > QueueTimes.Longest)
        {
            node.Problem(
                "copies",
                $"messages would have to wait {DurationText.Format(usual)} for a failover of tier {tier.Name}, and SQS keeps none that long",
                "one, or a tier with a shorter RTO for the Region");
        }
        else if (retention < least || retention > QueueTimes.Longest)
        {
            node.Problem(
                "retention",
                both ? $"messages would expire before consumers of the other Region start, {DurationText.Format(least)} after they were sent"
                    : "SQS does not allow it",
                $"from {DurationText.Format(least)} to {DurationText.Format(QueueTimes.Longest)}");
        }

        return retention;
    }
}
