using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Network;

public sealed class ServersReachFullCapacity : StackRule
{
    public override string Description => "A group of servers can grow to what its workload needs in both Regions, has that much where it serves, and grows by itself.";

    public override string Why => "A standby whose limit is below the workload's needs takes the traffic and falls over.";

    public override string Fix => "Raise maxSize to the capacity that the recovery manifest states, minSize where the workload serves, and add a scaling policy.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["H6", "F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        ManifestFacts[] manifests = [.. estate.OfType("aws:ssm/parameter:Parameter").Select(ManifestFacts.Of).OfType<ManifestFacts>()];
        foreach (var group in estate.OfType("aws:autoscaling/group:Group"))
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

                if (group.Region == manifest.Primary && Math.Max(min, group["desiredCapacity"].Number ?? 0) < serving)
                {
                    yield return Finding.Violation(group, $"minSize is {min} where the workload serves, {serving} needed", least.Path);
                }
            }

            if (max > min && !IsScaled(estate, group))
            {
                yield return Finding.Violation(group, "has no scaling policy");
            }
        }
    }

    // The tags of a group are a list of its own form.
    private static string? Workload(Node group) => group.Workload
        ?? group["tags"].Items.FirstOrDefault(tag => tag["key"].Text == DrTags.Workload)["value"].Text;

    private static bool IsScaled(Estate estate, Node group) =>
        estate.UsersOf(group, "aws:autoscaling/policy:Policy", "autoscalingGroupName").Count > 0
        || estate.UsersOf(group, "aws:autoscaling/schedule:Schedule", "autoscalingGroupName").Count > 0;
}
