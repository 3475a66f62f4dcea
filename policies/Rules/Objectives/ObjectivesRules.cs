namespace DrInfra.Policies.Rules.Objectives;

/// <summary>The pack's rules on objectives: what each workload really gets, in the order of reports.</summary>
internal static class ObjectivesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RtoWithinObjective(),
        new RpoWithinObjective(),
        new FailoverPlanTimeoutsWithinRto(),
        new FailoverPlanStepsHaveTime(),
        new DetectionSurvivesDisruption(),
        new TrafficFollowsPromotion(),
        new ImmutableCopySurvivesAccountLoss(),
        new CorruptionWindowCoversDetection(),
        new RecoveryPathEditsNoControlPlane(),
    ];
}
