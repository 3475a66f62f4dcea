using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanActivatesBothRegions : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A Region-switch plan can activate each of its Regions, with steps to do it.",
        Why: "A plan for one direction leaves the platform in the standby Region without a rehearsed way back, and without a way out when that one is "
            + "lost too.",
        Fix: "Declare one workflow with workflowTargetAction activate and no workflowTargetRegion, or one for each Region.",
        Severity.High, "F3 F5");

    public override IReadOnlyList<string> AppliesTo => [RegionSwitchTypes.Plan];

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

        Prop[] activating = [.. workflows.Items.Where(workflow => workflow["workflowTargetAction"].Text == "activate").Select(workflow => workflow["workflowTargetRegion"])];
        foreach (var region in node["regions"].Items.Where(region => region.Text is not null && !activating.Any(target => target.IsAbsent || target.IsUnknown || target.Text == region.Text)))
        {
            yield return Verdict.Violation($"no workflow activates {region}", workflows.Path);
        }
    }
}
