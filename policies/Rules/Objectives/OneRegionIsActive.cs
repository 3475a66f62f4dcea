using DrInfra.Policies.Assessment;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class OneRegionIsActive : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            var verification = workload.Verify(SwitchSettings.DefaultFaults);
            if (verification.Unknown is { Node: { } node } unknown)
            {
                yield return Finding.Unknown(node, unknown.Property ?? "") with { Workload = workload.Name, Disruption = Disruption.Region };
            }
            else if (verification.Machines.FirstOrDefault(machine => !machine.IsComplete) is not null)
            {
                yield return Finding.Unknown(verification.Node!, "workflows") with { Workload = workload.Name, Disruption = Disruption.Region };
            }
            else if (verification.Broken is { } broken)
            {
                var cause = broken.Causes.Count > 0 ? broken.Causes[0] : null;
                var because = cause is null ? "" : $": {cause.Text}";
                yield return Finding.Violation(
                    cause?.Node ?? verification.Node!,
                    $"{workload.Name}: {broken.Story[^1].Text} after {broken.Story.Count - 1} steps{because}; `drctl verify` tells them",
                    cause?.Property) with
                {
                    Workload = workload.Name,
                    Disruption = Disruption.Region,
                    Part = Part(broken.Violated),
                    Causes = [.. broken.Causes.Where(one => one.Node is not null).Select(one => new Cause(one.Node!.Urn, one.Property, one.Text)).Distinct()],
                };
            }
        }
    }

    // In a word that stays when the story changes.
    private static string Part(Invariant violated) => violated switch
    {
        Invariant.OneRegionPermits => "two Regions permit",
        Invariant.TrafficFollowsPromotion => "traffic before promotion",
        Invariant.TrafficFollowsPods => "traffic before pods",
        Invariant.LossIsBounded => "lost writes",
        Invariant.OneSignalMovesNothing => "one signal",
        _ => "no Region serves",
    };
}
