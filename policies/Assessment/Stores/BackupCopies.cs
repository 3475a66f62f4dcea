using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The copies that AWS Backup makes of a store: in the vault of a rule, and in the vaults it copies to.</summary>
internal static class BackupCopies
{
    /// <param name="arn">The store's ARN.</param>
    /// <param name="service">The name of the service among the opt-ins, such as <c>Aurora</c>.</param>
    /// <param name="restoreFact">The fact with the typical time to make the target of a restore; null where there is none.</param>
    public static IEnumerable<Copy> Of(StoreContext context, Store store, string arn, string service, string? restoreFact)
    {
        foreach (var cover in context.Backups.Of(store.Node, store.Home, arn))
        {
            var optIn = BackupOptIn.Of(context, store, cover.Plan, service);
            var taken = Taken(context, store, cover);
            var restore = context.Restore(store, restoreFact);
            if (optIn is null)
            {
                yield return new CopyBuilder($"backup by {cover.Plan.Name}", cover.Plan.Region, cover.Plan)
                    .Loses(Disruption.Region, $"{service} is not opted in for AWS Backup there")
                    .Loses(Disruption.Corruption, $"{service} is not opted in for AWS Backup there")
                    .Loses(Disruption.Account, $"{service} is not opted in for AWS Backup there")
                    .Build();
                continue;
            }

            var age = Derivation.Sum("age of the newest backup", [.. optIn, .. taken]);
            var vault = context.Estate.References.Follow(cover.Plan, cover.Rule["targetVaultName"], BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault);
            if (cover.Rule["enableContinuousBackup"].Flag == true)
            {
                yield return Window(context, store, cover, restore);
            }

            yield return InVault(context, store, cover, vault, cover.Rule["lifecycle"], age, restore);
            foreach (var copy in cover.Rule["copyActions"].Items)
            {
                var destination = context.Estate.References.Follow(cover.Plan, copy["destinationVaultArn"], BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault);
                yield return InVault(context, store, cover, destination, copy["lifecycle"], age, restore);
            }
        }
    }

    // Interval, start window, and the time that job and copy take.
    private static Derivation[] Taken(StoreContext context, Store store, BackupCover cover)
    {
        var schedule = cover.Rule["schedule"];
        var start = cover.Rule["startWindow"];
        var interval = schedule.IsAbsent
            // Without a schedule the service runs the rule once a day.
            ? Derivation.Leaf("longest time between two backups", Figure.Exactly(86400, Basis.Enforced), new Source(SourceKind.Definition, "no schedule: once a day"))
            : ScheduleExpression.LongestGap(schedule.Text, cover.Rule["scheduleExpressionTimezone"].Text) is { } gap
                ? Derivation.Leaf("longest time between two backups", Figure.Exactly(gap.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, schedule.Path, cover.Plan.Urn))
                : Unreadable(schedule, "longest time between two backups", cover.Plan);
        var window = start.IsAbsent
            ? Derivation.Leaf("start window", Figure.Exactly(FactBook.Get("backup-start-window-default").Seconds!.Value, Basis.Limit), FactBook.Get("backup-start-window-default").ToSource())
            : start.Number is { } minutes
                ? Derivation.Leaf("start window", Figure.Exactly(Math.Max(minutes, 60) * 60, Basis.Enforced), new Source(SourceKind.Property, start.Path, cover.Plan.Urn))
                : Unreadable(start, "start window", cover.Plan);
        return [interval, window, context.Estimates.Duration("job and copy", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn)];
    }

    private static Derivation Unreadable(Prop property, string label, Node plan) => property.IsUnknown
        ? Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, property.Path, plan.Urn))
        : Derivation.Never(label, $"{property.Path} of {plan.Name} cannot be read: {property}");

    // Only in its own Region: a copy of a continuous backup arrives as a snapshot.
    private static Copy Window(StoreContext context, Store store, BackupCover cover, Derivation restore)
    {
        var copy = new CopyBuilder("point-in-time window of AWS Backup", cover.Plan.Region, cover.Plan);
        var days = cover.Rule["lifecycle"]["deleteAfter"];
        return PointInTime.Add(context, store, copy, days.Number, days.IsUnknown, restore).Build();
    }

    private static Copy InVault(
        StoreContext context, Store store, BackupCover cover, Reference vault, Prop lifecycle, Derivation age, Derivation restore)
    {
        var region = vault.Region;
        var copy = new CopyBuilder(vault.Target?.Type == BackupTypes.LogicallyAirGappedVault ? "backup in an air-gapped vault" : "backup", region, vault.Target ?? cover.Plan);
        if (vault.Kind is ReferenceKind.Absent)
        {
            return Lost(copy, "the rule names no vault").Build();
        }

        // A vault of this account and of a stack that is here must be declared; one elsewhere may well exist.
        if (vault.Kind == ReferenceKind.Outside && !VaultAccess.IsElsewhere(context, cover.Plan, vault))
        {
            return Lost(copy, $"the vault {vault.Text} is not declared").Build();
        }

        if (region is null)
        {
            var unknown = Derivation.Leaf("age of the newest backup", Figure.Unknown, new Source(SourceKind.Property, vault.Path, cover.Plan.Urn));
            return copy.Survives(Disruption.Region, unknown, restore).Build();
        }

        copy.Survives(Disruption.Instance, age, restore).Survives(Disruption.Zone, age, restore);
        if (region == store.Home)
        {
            copy.Loses(Disruption.Region, $"it is in {region} too");
        }
        else if (VaultAccess.KeyLost(context, vault, region) is { } why)
        {
            copy.Loses(Disruption.Region, why);
        }
        else
        {
            copy.Survives(Disruption.Region, age, restore);
        }

        var days = lifecycle["deleteAfter"];
        var noticed = context.CorruptionDetection(store.Workload);
        if (context.LeastWindow(store.Workload) is { } least && days.Number is { } kept && kept * 86400 < least)
        {
            copy.Loses(Disruption.Corruption, $"it is kept {kept} days, and noticing and deciding take longer");
        }
        else
        {
            copy.Survives(Disruption.Corruption, Derivation.Sum("work since the last sound backup", noticed, age), restore);
        }

        return VaultAccess.Account(context, store, copy, vault, age, restore).Build();
    }

    private static CopyBuilder Lost(CopyBuilder copy, string why) =>
        copy.Loses(Disruption.Region, why).Loses(Disruption.Corruption, why).Loses(Disruption.Account, why);
}
