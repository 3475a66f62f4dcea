using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class StatefulPodsAreBackedUp : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var schedules = context.Estate.Types.Where(type =>
            type.StartsWith("kubernetes:velero.io/", StringComparison.Ordinal) && type.EndsWith(":Schedule", StringComparison.Ordinal))
            .SelectMany(context.Estate.OfType).ToLookup(Pods.ClusterOf);
        foreach (var node in context.Estate.OfTypes(Pods.StatefulSets).Where(node => node["spec"]["volumeClaimTemplates"].Items.Count > 0))
        {
            var annotations = Pods.Template(node)["metadata"]["annotations"];
            bool? taken = annotations.IsUnknown ? null : annotations.Members.Any(annotation => annotation.Name == "backup.velero.io/backup-volumes");
            foreach (var schedule in schedules[Pods.ClusterOf(node)])
            {
                taken |= Takes(schedule["spec"]["template"], Pods.NamespaceOf(node));
            }

            if (taken != true)
            {
                yield return taken is null ? Finding.Unknown(node, "metadata.namespace")
                    : Finding.Violation(node, "no backup schedule includes its volumes, and no annotation does");
            }
        }
    }

    private static bool? Takes(Prop template, string? name) =>
        (template["includedNamespaces"].Items.Count == 0 && !template["includedNamespaces"].IsUnknown ? true : Names(template["includedNamespaces"], name))
        & !Names(template["excludedNamespaces"], name)
        & (template["snapshotVolumes"].IsUnknown ? null : template["snapshotVolumes"].Flag != false);

    private static bool? Names(Prop list, string? name) =>
        list.Items.Any(item => item.Text == "*" || (name is not null && item.Text == name)) ? true
        : list.IsUnknown || list.Items.Any(item => item.IsUnknown) || (name is null && list.Items.Count > 0) ? null
        : false;
}
