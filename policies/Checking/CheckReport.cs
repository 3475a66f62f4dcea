using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Verification;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Checking;

/// <summary>Everything that a check found, ordered, the same for the same input and date.</summary>
public sealed record CheckReport
{
    public required DateOnly AsOf { get; init; }

    /// <summary>The stacks that were judged, by name.</summary>
    public required IReadOnlyList<string> Stacks { get; init; }

    /// <summary>By severity (worst first), rule, URN and message.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    public IReadOnlyList<UnknownVerdict> Unknown { get; init; } = [];

    public IReadOnlyList<WaivedViolation> Waived { get; init; } = [];

    /// <summary>Rules that said of a resource, or of a stack, that they do not apply to it.</summary>
    public IReadOnlyList<InapplicableRule> Inapplicable { get; init; } = [];

    /// <summary>Per workload and disruption.</summary>
    public IReadOnlyList<Outcome> Objectives { get; init; } = [];

    /// <summary>What the objectives were computed from, per pair of stacks.</summary>
    public IReadOnlyList<RecoveryAssessment> Assessments { get; init; } = [];

    /// <summary>Every store that was found, with its copies.</summary>
    public IReadOnlyList<StoreReport> Stores { get; init; } = [];

    /// <summary>What writes in one Region at a time, with what holds it there.</summary>
    public IEnumerable<WriterGuarantee> Writers => Assessments.SelectMany(assessment => assessment.Workloads).SelectMany(workload => workload.Writers);

    /// <summary>URNs of resources that hold data and belong to no workload.</summary>
    public IReadOnlyList<string> Unclassified { get; init; } = [];

    /// <summary>What was passed over, by type: nothing here says what it holds, or what it survives.</summary>
    public IReadOnlyList<NotJudged> NotJudged { get; init; } = [];

    /// <summary>What the files say of the stacks themselves: operations that were interrupted, resources that wait to be deleted.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the deployment may go on: no mandatory violation.</summary>
    public bool Passes => !Violations.Any(violation => violation.Enforcement == Rules.Level.Mandatory);
}

/// <summary>Resources of one type that were not judged.</summary>
/// <param name="IsOpen">Whether nobody answers for them; false for what another program declares.</param>
public sealed record NotJudged(string Type, string Why, IReadOnlyList<string> Urns, bool IsOpen);

/// <summary>A store and where its data also is.</summary>
/// <param name="Region">Where the work is done; null where it is unknown.</param>
/// <param name="Outcomes">What it gives under each disruption.</param>
public sealed record StoreReport(
    string Urn, string Workload, string Kind, string? Region, IReadOnlyList<CopyReport> Copies, IReadOnlyList<StoreVerdict> Outcomes);

/// <summary>What one store gives under one disruption.</summary>
/// <param name="Rpo">Work that is lost.</param>
/// <param name="Recovery">Bringing its data back, which is a part of the workload's RTO.</param>
/// <param name="Objective">What its workload was promised.</param>
public sealed record StoreVerdict(Disruption Disruption, Derivation Rpo, Derivation Recovery, Objective Objective)
{
    public ObjectiveVerdict RpoVerdict => Outcome.Judge(Rpo.Figure, Objective.Rpo);

    /// <summary>Whether bringing back the data alone takes longer than the workload may.</summary>
    public ObjectiveVerdict RecoveryVerdict => Outcome.Judge(Recovery.Figure, Objective.Rto);
}

/// <summary>A copy of a store's data.</summary>
/// <param name="Kind">Such as <c>replica</c>, <c>point-in-time window</c>, <c>backup</c>.</param>
/// <param name="Region">Null where it is unknown.</param>
/// <param name="Urn">The resource that makes the copy; null for what the service does by itself.</param>
/// <param name="Survives">The names of the disruptions that it survives.</param>
public sealed record CopyReport(string Kind, string? Region, string? Urn, IReadOnlyList<string> Survives);
