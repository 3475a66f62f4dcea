using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanActivatesBothRegions() : ResourceRule(RegionSwitchTypes.Plan)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var workflows = node["workflows"];
        if (workflows.IsUnknown)
        {
            yield return Verdict.Unknown(workflows.Path);
            yield break;
        }

        foreach (var workflow in workflows.Items)
        {
            if (workflow["workflowTargetAction"] is { IsUnknown: false, Text: not ("activate" or "deactivate" or "postRecovery") } action)
            {
                yield return Verdict.Violation($"the workflow's action is {action}, activate or deactivate needed", action.Path);
            }

            if (!workflow["steps"].IsUnknown && workflow["steps"].Items.Count == 0)
            {
                yield return Verdict.Violation("the workflow has no steps", workflow["steps"].Path);
            }
        }

        Prop[] activating =
        [
            .. workflows.Items.Where(workflow => workflow["workflowTargetAction"].Text == "activate").Select(workflow => workflow["workflowTargetRegion"]),
        ];
        foreach (var region in node["regions"].Items.Where(region =>
            region.Text is not null && !activating.Any(target => target.IsAbsent || target.IsUnknown || target.Text == region.Text)))
        {
            yield return Verdict.Violation($"no workflow activates {region}", workflows.Path);
        }
    }
}
