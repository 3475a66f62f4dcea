using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules;

/// <summary>What a stack rule may look at.</summary>
public sealed class RuleContext
{
    public required Estate Estate { get; init; }

    public required RuleParameters Parameters { get; init; }

    /// <summary>What the workloads were promised; read once for all rules that ask.</summary>
    public required Lazy<Promises> Promises { get; init; }

    /// <summary>What every workload really gets; computed once for all rules that ask. For <see cref="AssessmentRule"/> to hand on.</summary>
    public required Lazy<RecoveryAssessment> Recovery { get; init; }

    /// <summary>What the operator says in recovery.yaml.</summary>
    public RecoverySettings Settings { get; init; } = RecoverySettings.None;

    /// <summary>The day that expiries are compared with.</summary>
    public required DateOnly AsOf { get; init; }
}
