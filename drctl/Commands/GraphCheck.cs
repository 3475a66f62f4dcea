using System.Globalization;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Emulation;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Commands;

/// <summary>A check that knows its day and its settings and waits for graphs.</summary>
internal sealed class GraphCheck
{
    private readonly RecoverySettings _settings;
    private readonly DateOnly _asOf;
    private readonly bool _failOnUnknown;
    private readonly ForeignStacks _foreign;

    private GraphCheck(RecoverySettings settings, DateOnly asOf, bool failOnUnknown, ForeignStacks foreign)
    {
        _settings = settings;
        _asOf = asOf;
        _failOnUnknown = failOnUnknown;
        _foreign = foreign;
    }

    /// <summary>The recovery.yaml that counts; null where there is none.</summary>
    public string? Policy => _settings.Source;

    /// <param name="policy">The recovery.yaml that the user named; null = the project's, if there is one.</param>
    /// <param name="files">The stack files: the search for the project begins beside them. Empty where stacks are previewed.</param>
    /// <param name="folder">Where the search goes on.</param>
    /// <param name="asOf">The day as text; null = today, in UTC.</param>
    /// <param name="failOnUnknown">Whether what cannot be judged fails the check.</param>
    /// <param name="problems">What is wrong with any of it is added here; the check may not be run then.</param>
    /// <param name="stock">Whether the shipped assumptions count where there is no recovery.yaml.</param>
    /// <param name="foreign">What is promised for stacks that promise nothing themselves; null = nothing.</param>
    public static GraphCheck Prepare(
        string? policy, IReadOnlyList<string> files, string folder, string? asOf, bool failOnUnknown, List<Problem> problems, ForeignStacks? foreign = null,
            bool stock = true)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            problems.Add(new Problem("not a date", "--as-of", asOf, "a date (YYYY-MM-DD), such as 2026-11-24"));
        }

        var settings = (policy ?? PolicyFile.Find(files, folder, problems)) is { } path ? PolicyFile.Read(path, problems) : stock ? StockAssumptions.Settings
            : RecoverySettings.None;
        return new GraphCheck(settings, day, failOnUnknown, foreign ?? ForeignStacks.None);
    }

    public CheckResult Run(IReadOnlyList<ResourceGraph> graphs)
    {
        var levels = new RuleConfiguration(_settings);
        var estate = Estate.Of(graphs, AwsNames.Instance);
        var groups = _foreign.GroupsOf(estate, _settings);
        return new CheckResult
        {
            Report = StackCheck.Run(estate, _foreign.Apply(_settings, groups), _asOf),
            Groups = groups,
            KeysAndVaults = [.. estate.All.Where(node => node.Stack.IsForeign && StatefulTypes.Find(node)?.Part is StatefulPart.Key or StatefulPart.Backup)
                .Select(node => node.Urn).Except(groups.SelectMany(group => group.Members).Select(node => node.Urn), StringComparer.Ordinal)],
            Settings = _settings,
            Rules = [.. RecoveryPolicyPack.Rules.Where(rule => levels.LevelOf(rule).Level != Level.Disabled)],
            NotEmulated = [.. graphs.Where(graph => graph.Emulated).SelectMany(NotEmulated).Distinct().Order(StringComparer.Ordinal)],
            FailOnUnknown = _failOnUnknown,
            ObjectivesAsked = _foreign != ForeignStacks.None,
        };
    }

    /// <summary>Judges what is about to be done: the stacks before, the stacks after, and the operations between.</summary>
    public ChangeReview Review(DiffInputs inputs)
    {
        var before = Run([.. inputs.Stacks.Select(stack => stack.Before).Where(graph => graph.Resources.Count > 0)]);
        var after = Run([.. inputs.Stacks.Select(stack => stack.After).Where(graph => graph.Resources.Count > 0)]) with
        {
            Sources = inputs.Sources,
            PairsNotJudged = inputs.NotJudged,
        };
        return ChangeReview.Of(inputs.Stacks, before, after, inputs.States, Outcomes);
    }

    /// <summary>What every workload gets, without any rule.</summary>
    public IReadOnlyList<RecoveryAssessment> Assess(IReadOnlyList<ResourceGraph> graphs)
    {
        var estate = Estate.Of(graphs, AwsNames.Instance);
        return StackCheck.Assess(estate, _foreign.Apply(_settings, _foreign.GroupsOf(estate, _settings)), _asOf);
    }

    private IReadOnlyList<Outcome> Outcomes(IReadOnlyList<ResourceGraph> graphs) => [.. Assess(graphs).SelectMany(assessment => assessment.Outcomes)];

    private static IEnumerable<string> NotEmulated(ResourceGraph graph) => graph.Resources
        .Where(resource => resource.Custom && EmulatedTypes.Find(resource.Type) is null)
        .Select(resource => resource.Type);
}
