using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ManifestSaysWhereItStands : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        ManifestFacts[] manifests = [.. context.Estate.OfType(SsmTypes.Parameter).Select(ManifestFacts.Of).OfType<ManifestFacts>()];
        foreach (var manifest in manifests)
        {
            foreach (var message in Faults(manifest))
            {
                yield return Finding.Violation(manifest.Node, message);
            }
        }

        foreach (var workload in manifests.GroupBy(manifest => (manifest.Pair, manifest.Workload)))
        {
            if (workload.Select(manifest => (manifest.Primary, manifest.Standby)).Distinct().Count() > 1)
            {
                // Told of the one that does not stand where it says; where both do, of the standby's.
                ManifestFacts[] told = [.. workload.OrderBy(manifest => Faults(manifest).Any()).ThenBy(manifest => manifest.Role == "standby")
                    .ThenBy(manifest => manifest.Node.Urn, StringComparer.Ordinal)];
                var named = told.Select(manifest => $"{manifest.Primary} and {manifest.Standby} in stack {manifest.Node.Stack.Name}");
                yield return Finding.Violation(told[^1].Node, $"the manifests of {workload.Key.Workload} name different Regions: {string.Join("; ", named)}");
            }

            if (workload.Count() == 1 && manifests.Any(manifest => manifest.Node.Region != workload.First().Node.Region))
            {
                yield return Finding.Violation(workload.First().Node, $"the manifest of {workload.Key.Workload} is only in {workload.First().Node.Region}");
            }
        }
    }

    private static IEnumerable<string> Faults(ManifestFacts manifest)
    {
        if (manifest.Primary is null || manifest.Standby is null || manifest.Primary == manifest.Standby)
        {
            yield return $"the Regions are {manifest.Primary ?? "nothing"} and {manifest.Standby ?? "nothing"}, two different Regions needed";
            yield break;
        }

        var where = manifest.Node.Region;
        var role = where == manifest.Primary ? "primary" : where == manifest.Standby ? "standby" : null;
        if (where is not null && role != manifest.Role)
        {
            yield return $"the role is {manifest.Role ?? "nothing"} in {where}, {role ?? "another Region"} needed";
        }

        foreach (var (tag, said) in new[]
        {
            (DrTags.Pair, manifest.Pair), (DrTags.Workload, manifest.Workload), (DrTags.Owner, manifest.Owner), (DrTags.Tier, manifest.Tier),
        })
        {
            if (manifest.Node.Tag(tag) is { } tagged && tagged != said)
            {
                yield return $"the manifest states {said ?? "nothing"} but {tag} is {tagged}";
            }
        }
    }
}
