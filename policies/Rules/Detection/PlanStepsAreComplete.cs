using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanStepsAreComplete() : ResourceRule(RegionSwitchTypes.Plan)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => PlanStep.Of(node).SelectMany(Judge);

    private static IEnumerable<Verdict> Judge(PlanStep step)
    {
        if (step.Block.IsUnknown)
        {
            yield return Verdict.Unknown(step.Block.Path);
            yield break;
        }

        if (step.Block["name"] is { IsUnknown: false } name && string.IsNullOrEmpty(name.Text))
        {
            yield return Verdict.Violation("a step has no name", name.Path);
        }

        if (step.Type is not { } kind)
        {
            yield return Verdict.Violation($"the step {step.Name} has no type", step.Block["executionBlockType"].Path);
            yield break;
        }

        var property = PlanStepKinds.PropertyOf(kind);
        if (property is null && PlanStepKinds.KnownProperties.FirstOrDefault(known => step.Block[known].Items.Count > 0) is { } other)
        {
            yield return Verdict.Violation($"the step {step.Name} is of type {kind}, but has {other}", step.Block["executionBlockType"].Path);
        }

        if (property is null)
        {
            yield break;
        }

        if (step.Block[property] is { IsUnknown: false, Items.Count: 0 } config)
        {
            yield return Verdict.Violation($"the step {step.Name} ({kind}) has no {property}", config.Path);
        }

        if (kind == "Parallel" && step.Block[property]["steps"] is { IsUnknown: false, Items.Count: 0 } empty)
        {
            yield return Verdict.Violation($"the step {step.Name} has nothing to run", empty.Path);
        }

        foreach (var timeout in step.Block[property].Items.Where(_ => kind is not ("Parallel" or "ARCRegionSwitchPlan"))
            .Select(block => block["timeoutMinutes"]))
        {
            // Not stated, the service waits for as long as it likes.
            if (!timeout.IsUnknown && timeout.Number is not >= 1)
            {
                yield return Verdict.Violation($"the timeout of the step {step.Name} is {timeout} minutes, at least 1 needed", timeout.Path);
            }
        }
    }
}
