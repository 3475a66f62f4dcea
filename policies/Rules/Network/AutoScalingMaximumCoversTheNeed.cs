using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Network;

public sealed class AutoScalingMaximumCoversTheNeed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        ManifestFacts[] manifests = [.. estate.OfType(SsmTypes.Parameter).Select(ManifestFacts.Of).OfType<ManifestFacts>()];
        foreach (var group in estate.OfType(AutoScalingTypes.Group))
        {
            var (least, most) = (group["minSize"], group["maxSize"]);
            if (least.IsUnknown || most.IsUnknown)
            {
                yield return Finding.Unknown(group, (least.IsUnknown ? least : most).Path);
                continue;
            }

            var (min, max) = (least.Number ?? 0, most.Number ?? 0);
            if (max < min)
            {
                yield return Finding.Violation(group, $"maxSize is {max}, below minSize {min}", most.Path);
            }

            var workload = Workload(group);
            var manifest = manifests.FirstOrDefault(manifest => manifest.Workload == workload && manifest.Node.Stack == group.Stack)
                ?? manifests.FirstOrDefault(manifest => manifest.Workload == workload);
            if (manifest?.Serving is { } serving)
            {
                if (max < serving)
                {
                    yield return Finding.Violation(group, $"maxSize is {max}, the workload needs {serving}", most.Path);
                }

                // Scaling takes a group down to its least, whatever was desired first.
                var (needed, where) = group.Region == manifest.Primary ? (serving, "where the workload serves") : Standby(manifest.Strategy, serving);
                if ((IsScaled(estate, group) ? min : Math.Max(min, group["desiredCapacity"].Number ?? 0)) < needed)
                {
                    yield return Finding.Violation(group, $"minSize is {min} {where}, {needed} needed", least.Path);
                }
            }

            if (max > min && !IsScaled(estate, group))
            {
                yield return Finding.Violation(group, "it has no scaling policy");
            }
        }
    }

    // What must run in the standby Region all the time, by what the manifest says it is.
    private static (double Needed, string Where) Standby(string? strategy, double serving) => strategy switch
    {
        "active-active" => (serving, "where the workload also serves"),
        "warm-standby" => (Math.Min(1, serving), "in a warm standby"),
        _ => (0, "in the standby"),
    };

    // The tags of a group are a list of its own form.
    private static string? Workload(Node group) => group.Workload
        ?? group["tags"].Items.FirstOrDefault(tag => tag["key"].Text == DrTags.Workload)["value"].Text;

    private static bool IsScaled(Estate estate, Node group) =>
        estate.UsersOf(group, AutoScalingTypes.Policy, "autoscalingGroupName").Count > 0
        || estate.UsersOf(group, AutoScalingTypes.Schedule, "autoscalingGroupName").Count > 0;
}
