using DrInfra.Policies.Assessment;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>A check's report with what a reader wants to know beside it: the files, the operator's settings, the rules that ran.</summary>
public sealed record CheckResult
{
    private const int MostGuessedInFull = 2;

    public required CheckReport Report { get; init; }

    /// <summary>The graph file of each stack; empty where the stacks were previewed and not read.</summary>
    public IReadOnlyList<GraphSource> Sources { get; init; } = [];

    /// <summary>How the stores of stacks that say nothing of workloads were grouped; empty where every stack says it.</summary>
    public IReadOnlyList<WorkloadGroup> Groups { get; init; } = [];

    /// <summary>Keys, passwords and vaults of stacks that say nothing of workloads: rules judge them, no figures.</summary>
    public IReadOnlyList<string> KeysAndVaults { get; init; } = [];

    /// <summary>What recovery.yaml says.</summary>
    public RecoverySettings Settings { get; init; } = RecoverySettings.None;

    /// <summary>The rules that were looked at, in the order of the pack.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Types that the emulated cloud does not know, so that their computed values stay unknown.</summary>
    public IReadOnlyList<string> NotEmulated { get; init; } = [];

    /// <summary>Why pairs could not be judged, where the project has only one of their stacks.</summary>
    public IReadOnlyList<string> PairsNotJudged { get; init; } = [];

    /// <summary>Whether what could not be judged fails the check.</summary>
    public bool FailOnUnknown { get; init; }

    /// <summary>What of it people asked to see.</summary>
    public ReportFilter Filter { get; init; } = ReportFilter.Usual;

    /// <summary>Whether somebody asked for objectives beside what the stacks promise: then none that was judged is no pass.</summary>
    public bool ObjectivesAsked { get; init; }

    /// <summary>Whether the deployment may go on: exit code 0, else 1.</summary>
    public bool Passes => Report.Passes && Breached == 0 && !FailsOnUnknown && !(ObjectivesAsked && Judged == 0);

    /// <summary>Whether something could not be judged, and was to be.</summary>
    public bool FailsOnUnknown => FailOnUnknown && Unknown + NotJudged > 0;

    /// <summary>Whether workloads are a line each in a table: there are many, and nobody named them or asked for one. A first look fits a page.</summary>
    internal bool FoldsWorkloads => Groups.Count > MostGuessedInFull && !Filter.All && Filter.Workloads.Count == 0;

    /// <summary>Whether a table shows the figures of an objective.</summary>
    internal bool ShowsRow(Outcome outcome) => !FoldsWorkloads && Filter.ShowsRow(outcome);

    internal int Mandatory => Report.Violations.Count(violation => violation.Enforcement == Level.Mandatory);

    internal int Advisory => Report.Violations.Count - Mandatory;

    internal int Breached => Count(ObjectiveVerdict.Breached);

    /// <summary>Rules and objectives that could not be judged.</summary>
    internal int Unknown => Report.Unknown.Count + Count(ObjectiveVerdict.Unknown);

    /// <summary>Objectives with a verdict.</summary>
    internal int Judged => Report.Objectives.Count - Count(ObjectiveVerdict.NotApplicable);

    /// <summary>Resources that nobody here reads and nobody else answers for.</summary>
    internal int NotJudged => Report.NotJudged.Where(unread => unread.IsOpen).Sum(unread => unread.Urns.Count);

    /// <summary>Objectives that only the other stack of a pair can tell.</summary>
    internal int NeedingCounterpart => Report.Objectives.Count(outcome => outcome is { Verdict: ObjectiveVerdict.Unknown, NeedsCounterpart: true });

    internal int Count(ObjectiveVerdict verdict) => Report.Objectives.Count(outcome => outcome.Verdict == verdict);

    /// <summary>The graph file that a resource was read from; null where there is none.</summary>
    internal GraphSource? SourceOf(string urn) => ResourceUrn.TryParse(urn, out var parsed)
        ? Sources.FirstOrDefault(source => source.Stack == parsed.Stack && source.Project == parsed.Project)
        : null;
}

/// <summary>Where a stack was read from.</summary>
/// <param name="Path">As the user gave it; relative to the working directory, where it is below that.</param>
public sealed record GraphSource(string Project, string Stack, string Path)
{
    /// <summary>The path of what is no file.</summary>
    public const string StandardInput = "standard input";

    public bool IsFile => Path != StandardInput;

    /// <summary>The line of each resource, from 1; empty where the report names no lines.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();
}
