using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The copies that AWS Backup makes of a store: in the vault of a rule, and in the vaults it copies to.</summary>
internal sealed class BackupCopies
{
    // Of others a continuous rule takes snapshots.
    private static readonly IReadOnlyList<string> Continuous = FactBook.Get("backup-pitr-supported").Words;

    private readonly StoreContext _context;
    private readonly Store _store;
    private readonly BackupStore _protected;
    private readonly Derivation _restore;

    private BackupCopies(StoreContext context, Store store, BackupStore @protected, Derivation restore)
    {
        _context = context;
        _store = store;
        _protected = @protected;
        _restore = restore;
    }

    private Estate Estate => _context.Estate;

    /// <param name="restoreFact">The fact with the typical time to make the target of a restore; null where there is none.</param>
    public static IEnumerable<Copy> Of(StoreContext context, Store store, string? restoreFact)
    {
        var backups = BackupEstate.Of(context.Estate);
        if (backups.Find(store.Node, store.Home) is not { } found)
        {
            return [];
        }

        return Of(context, store, found, backups.Of(found), backups.PerhapsOf(found), restoreFact);
    }

    /// <summary>The same of what AWS Backup takes for the store: itself, what it is a part of, or what a driver makes for it.</summary>
    /// <param name="taking">The selections that take it.</param>
    /// <param name="perhaps">Those that may take it.</param>
    public static IEnumerable<Copy> Of(
        StoreContext context, Store store, BackupStore found, IEnumerable<BackupSelection> taking, IEnumerable<BackupSelection> perhaps, string? restoreFact)
    {
        var copies = new BackupCopies(context, store, found, context.Restore(store, restoreFact));
        return
        [
            .. taking.OrderBy(selection => selection.Node.Urn, StringComparer.Ordinal).SelectMany(copies.Of),
            .. perhaps.OrderBy(selection => selection.Node.Urn, StringComparer.Ordinal)
                .Select(selection => Untold("backup", selection.Node, Reason.Unknown(selection.Node, "resources"))),
        ];
    }

    private IEnumerable<Copy> Of(BackupSelection selection)
    {
        if (selection.Plan is not { } plan)
        {
            return selection.IsPlanUnknown ? [Untold("backup", selection.Node, Reason.Unknown(selection.Node, "planId"))] : [];
        }

        return PlanRule.AreUnknown(plan) ? [Untold("backup", plan, Reason.Unknown(plan, "rules"))] : PlanRule.Of(plan).SelectMany(rule => Of(selection, rule));
    }

    private IEnumerable<Copy> Of(BackupSelection selection, PlanRule rule)
    {
        var (optIn, off) = OptIn(rule.Plan);
        if (off is not null)
        {
            return [Lost(new CopyBuilder($"backup by {rule.Plan.Name}", rule.Plan.Region, rule.Plan), off).Build()];
        }

        var age = Derivation.Sum("age of the newest backup", [.. optIn, .. Taken(rule)]);
        Reason[] taking = [.. new[] { BackupFaults.Role(Estate, selection) }.OfType<Reason>(), .. BackupFaults.Taking(Estate, selection, rule, _protected)];
        var target = BackupVaults.Target(Estate, rule);
        var own = InVault(
            rule, target, node => node is null ? taking : [.. taking, .. BackupFaults.Into(Estate, selection, rule, node)], age, rule.DeleteAfter,
            inRegion: true);
        // What the rule's own vault refuses is there for no copy, and for no window.
        Reason[] before = target.Target is { } vault ? [.. taking, .. BackupFaults.Into(Estate, selection, rule, vault)] : taking;
        var copied = rule.Copies.Select(copy =>
        {
            var destination = BackupVaults.Destination(Estate, rule.Plan, copy);
            return InVault(rule, destination, Faults, age, PlanRule.KeptDays(copy), inRegion: false);

            IReadOnlyList<Reason> Faults(Node? node) => [.. before, .. BackupFaults.Copying(Estate, selection, rule, copy, _protected, destination, node)];
        });
        return rule.IsContinuous && Continuous.Contains(_protected.Service, StringComparer.Ordinal)
            && !(_store.Node.Type == RdsTypes.Cluster && ClusterInstances.AreMadeByRds(_store.Node))
            ? [Window(rule, before), own, .. copied]
            : [own, .. copied];
    }

    // What the answer adds to a figure: nothing, or an assumption or unknown of zero length; or why nothing is backed up.
    private (IReadOnlyList<Derivation> Adds, Reason? Off) OptIn(Node plan)
    {
        var reason = BackupFaults.OptIn(Estate, plan, _protected.Service);
        if (reason is null or { IsUnknown: false })
        {
            return ([], reason);
        }

        var label = $"{_protected.Service} opted in to AWS Backup";
        var way = _context.Estimates.Expired("backup-opt-in", _store.Workload, _store.Label) ?? "set the assumption in recovery.yaml: backup-opt-in";
        return _context.Estimates.AssumptionOf("backup-opt-in", _store.Workload, _store.Label) is { } assumed
            ? ([Derivation.Leaf(label, Figure.Exactly(0, Basis.Assumption), new Source(SourceKind.Assumption, assumed.Id))], null)
            : ([Derivation.Leaf(label, Figure.Unknown, reason.Node == plan
                ? new Source(SourceKind.Definition, $"no backup.RegionSettings for {plan.Region}; {way}")
                : new Source(SourceKind.Property, reason.Property ?? "", reason.Node?.Urn))], null);
    }

    // Interval, start window, and the time that job and copy take.
    private Derivation[] Taken(PlanRule rule)
    {
        var (schedule, start) = (rule.Schedule, rule.StartWindow);
        var interval = schedule.IsAbsent
            ? Derivation.Leaf(
                "longest backup interval", Figure.Exactly(FactBook.Seconds("backup-schedule-default"), Basis.Enforced),
                FactBook.Get("backup-schedule-default").ToSource())
            : rule.LongestGap is { } gap
                ? Derivation.Leaf(
                    "longest backup interval", Figure.Exactly(gap.TotalSeconds, Basis.Enforced),
                    new Source(SourceKind.Property, schedule.Path, rule.Plan.Urn))
                : Unreadable(schedule, "longest backup interval", rule.Plan);
        var window = start.IsAbsent
            ? Derivation.Leaf(
                "start window", Figure.Exactly(FactBook.Seconds("backup-start-window-default"), Basis.Limit),
                FactBook.Get("backup-start-window-default").ToSource())
            : start.Number is { } minutes
                ? Derivation.Leaf(
                    "start window",
                    Figure.Exactly(Math.Max(minutes * UnitsOfTime.Minute, FactBook.Seconds("backup-start-window-min")), Basis.Enforced),
                    new Source(SourceKind.Property, start.Path, rule.Plan.Urn))
                : Unreadable(start, "start window", rule.Plan);
        return [interval, window, Finished(rule)];
    }

    // A queue that grows by more than it gives never ends.
    private Derivation Finished(PlanRule rule)
    {
        var job = _context.Estimates.Duration("job and copy", "backup-time-to-finish", _store.Workload, _store.Label, _store.Node.Urn);
        if (SnapshotCopyQueue.Turns(Estate, _protected, rule) is not (var turns and > 1))
        {
            return job;
        }

        var takes = Derivation.Times(
            "full copies that run one after another", job,
            Derivation.Quantity("copies", turns, "x", Basis.Limit, FactBook.Get("aurora-copies-queued").ToSource(), FactBook.Get("aurora-copy-full")
                .ToSource()));
        return rule.LongestGap is { } gap && double.IsFinite(takes.Figure.Worst ?? double.PositiveInfinity) && takes.Figure.Worst > gap.TotalSeconds
            ? Derivation.Never(
                "the copy is complete",
                $"copies take longer than the backup interval of {rule.Plan.Name}, so the queue grows",
                new Source(SourceKind.Cause, "its copies take longer than the backup interval", rule.Plan.Urn, Property: rule.Schedule.Path))
            : takes;
    }

    private static Derivation Unreadable(Prop property, string label, Node plan) => property.IsUnknown
        ? Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, property.Path, plan.Urn))
        : Derivation.Never(label, $"{property.Path} of {plan.Name} is not valid: {property}");

    // Only in its own Region: a copy of a continuous backup arrives as a snapshot.
    private Copy Window(PlanRule rule, IReadOnlyList<Reason> faults)
    {
        var copy = new CopyBuilder("PITR window of AWS Backup", rule.Plan.Region, rule.Plan);
        return Reason.Deciding(faults) is { } fault ? Lost(copy, fault).Build()
            : PointInTime.Add(_context, _store, copy, rule.DeleteAfter.Number, rule.DeleteAfter.IsUnknown, _restore).Build();
    }

    // Where only the deployment will tell which vault it is: what all that it may be give alike, and for the rest unknown.
    private Copy InVault(PlanRule rule, Reference vault, Func<Node?, IReadOnlyList<Reason>> faults, Derivation age, Prop kept, bool inRegion)
    {
        if (!vault.IsUnknown)
        {
            return InVault(rule, vault, vault.Target, faults, age, kept);
        }

        Copy[] candidates = [.. BackupVaults.Candidates(rule.Plan, vault).Where(node => !inRegion || node.Region is null || node.Region == rule.Plan.Region)
            .Select(node => InVault(rule, vault with { Kind = ReferenceKind.Found, Target = node }, node, faults, age, kept))];
        return candidates.Length == 0
            ? Untold("backup", rule.Plan, Reason.Unknown(rule.Plan, vault.Path))
            : Copy.Common(candidates, Reason.Unknown(rule.Plan, vault.Path));
    }

    private Copy InVault(PlanRule rule, Reference vault, Node? node, Func<Node?, IReadOnlyList<Reason>> faults, Derivation age, Prop kept)
    {
        var region = vault.Region;
        var copy = new CopyBuilder(node?.Type == BackupTypes.LogicallyAirGappedVault ? "backup in an air-gapped vault" : "backup", region, node ?? rule.Plan);
        if (vault.IsAbsent)
        {
            return Lost(copy, new Reason("the rule has no vault", rule.Plan, vault.Path)).Build();
        }

        // A vault of this account and of a stack that is here must be declared; one elsewhere may well exist.
        if (vault.Kind == ReferenceKind.Outside && !BackupVaults.IsElsewhere(Estate, rule.Plan, vault))
        {
            return Lost(copy, new Reason($"the vault {vault.Text} is not declared", rule.Plan, vault.Path)).Build();
        }

        if (Reason.Deciding(faults(node)) is { } fault)
        {
            return Lost(copy, fault).Build();
        }

        if (region is null)
        {
            return Untold("backup", rule.Plan, Reason.Unknown(rule.Plan, vault.Path));
        }

        copy.Survives(Disruption.Instance, age, _restore).Survives(Disruption.Zone, age, _restore);
        _ = region == _store.Home ? copy.Loses(Disruption.Region, $"it is in {region} too")
            : node is not null && BackupVaults.KeyUnusable(Estate, node, region) is { } unusable ? copy.Loses(Disruption.Region, unusable)
            : copy.Survives(Disruption.Region, age, _restore);
        var noticed = _context.CorruptionDetection(_store.Workload);
        _ = _context.LeastWindow(_store.Workload) is { } least && kept.Number is { } days && days * UnitsOfTime.Day < least
            ? copy.Loses(Disruption.Corruption, new Reason($"it is retained {days} days, but detection and decision take longer", rule.Plan, kept.Path))
            : copy.Survives(Disruption.Corruption, Derivation.Sum("data since the last good backup", noticed, age), _restore);
        return Account(copy, rule, vault, node, age).Build();
    }

    // What a vault's backups are good for when an attacker may delete everything that the account may.
    private CopyBuilder Account(CopyBuilder copy, PlanRule rule, Reference vault, Node? node, Derivation age)
    {
        if (BackupVaults.IsForeign(rule.Plan, vault))
        {
            return copy.Survives(Disruption.Account, age, InRecoveryAccount());
        }

        if (node is null)
        {
            return copy.Loses(Disruption.Account, "the account can delete the vault");
        }

        if (BackupVaults.Destroyable(Estate, node) is { } destroyable)
        {
            return copy.Loses(Disruption.Account, destroyable);
        }

        return copy.Survives(Disruption.Account, age, node.Type == BackupTypes.LogicallyAirGappedVault ? FromAirGappedVault(node) : _restore);
    }

    // A share belongs to the account that is lost, and goes with it. The provider cannot declare an approval team.
    private Derivation FromAirGappedVault(Node vault)
    {
        const string Label = "reach the vault from another account";
        var way = _context.Estimates.Expired("multi-party-approval", _store.Workload, _store.Label)
            ?? "if an approval team can share it, set the assumption in recovery.yaml: multi-party-approval";
        return _context.Estimates.AssumptionOf("multi-party-approval", _store.Workload, _store.Label) is { } assumed
            ? Derivation.Sum(
                Label,
                Derivation.Leaf("an approval team shares the vault again", Figure.Exactly(0, Basis.Assumption), new Source(SourceKind.Assumption, assumed.Id)),
                InRecoveryAccount())
            : Derivation.Never(
                Label,
                BackupVaults.SharedWith(Estate, vault).Any()
                    ? $"{vault.Name} can be reached only through a share that the lost account owns; {way}"
                    : $"{vault.Name} is shared with no other account; {way}",
                new Source(SourceKind.Cause, "no approval team can share the vault again", vault.Urn));
    }

    private Derivation InRecoveryAccount() => Derivation.Sum(
        "recover in another account",
        _context.Estimates.Duration("prepare the recovery account", "account-recovery-preparation", _store.Workload, _store.Label, _store.Node.Urn),
        _restore);

    private static Copy Untold(string kind, Node node, Reason why) => new CopyBuilder(kind, null, node).Loses(why, DisruptionNames.All).Build();

    private static CopyBuilder Lost(CopyBuilder copy, Reason why) => copy.Loses(why, Disruption.Region, Disruption.Corruption, Disruption.Account);
}
