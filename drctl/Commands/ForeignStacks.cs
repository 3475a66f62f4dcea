using DrInfra.Policies.Assessment;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>What the user promises for stacks that promise nothing themselves: a tier, or a file of objectives.</summary>
/// <param name="Tier">The tier of every workload that names none; null = none.</param>
/// <param name="Objectives">The operator's objectives and groups; nothing where no file was named.</param>
internal sealed record ForeignStacks(RecoveryTier? Tier, RecoverySettings Objectives)
{
    public static ForeignStacks None { get; } = new(null, RecoverySettings.None);

    /// <summary>Reads both options; what is wrong is added to the problems.</summary>
    public static ForeignStacks Read(string? tier, string? objectives, List<Problem> problems)
    {
        var found = DefaultTiers.All.FirstOrDefault(candidate => candidate.Name == tier);
        if (tier is not null && found is null)
        {
            problems.Add(new Problem(
                NearestName.Hint("unknown tier", NearestName.Of(tier, DefaultTiers.All.Select(candidate => candidate.Name))), "--tier", tier,
                    string.Join(", ", DefaultTiers.All.Select(candidate => candidate.Name)),
                "name one of these, or write your own objectives with --objectives"));
        }

        return new ForeignStacks(found, objectives is null ? RecoverySettings.None : PolicyFile.Read(objectives, problems));
    }

    /// <summary>The settings with the promises and with the groups that were found in the estate.</summary>
    public RecoverySettings Apply(RecoverySettings settings, IReadOnlyList<WorkloadGroup> groups)
    {
        var promised = settings with
        {
            Source = settings.Source ?? Objectives.Source,
            Objectives = [.. settings.Objectives, .. Objectives.Objectives, .. TierEntry(settings)],
            Workloads = [.. Objectives.Workloads, .. settings.Workloads.Where(workload => Objectives.Workloads.All(own => own.Name != workload.Name))],
        };
        return WorkloadGroups.Added(promised, groups, Tier?.Name);
    }

    /// <summary>What is found in the estate beside what the settings and the file of objectives group.</summary>
    public IReadOnlyList<WorkloadGroup> GroupsOf(Estate estate, RecoverySettings settings) =>
        WorkloadGroups.Of(estate, settings with { Workloads = [.. settings.Workloads, .. Objectives.Workloads] });

    // A tier that the operator's file defines is the operator's.
    private IEnumerable<ObjectiveEntry> TierEntry(RecoverySettings settings) =>
        Tier is null || settings.Objectives.Concat(Objectives.Objectives).Any(entry => entry.IsTier && entry.Name == Tier.Name)
            ? []
            : [new ObjectiveEntry(Tier.Name, IsTier: true, Tier.Objectives, Tier.CorruptionDetection, Tier.Decide, Line: 0)];
}
