namespace DrInfra.Policies.Rules.Detection;

/// <summary>The pack's rules on detectors, alarms, routing and failover plans, in the order of reports.</summary>
internal static class DetectionRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
