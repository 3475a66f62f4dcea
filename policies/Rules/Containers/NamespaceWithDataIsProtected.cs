using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class NamespaceWithDataIsProtected : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var withData = context.Estate.OfTypes([.. Pods.StatefulSets, "kubernetes:core/v1:PersistentVolumeClaim"])
            .SelectMany(node =>
                ReferenceResolver.Declared(node, "metadata", Pods.Namespace).Select(found => found.Urn)
                    .Append($"{Pods.ClusterOf(node)} {Pods.NamespaceOf(node)}"))
            .ToHashSet(StringComparer.Ordinal);
        return context.Estate.OfType(Pods.Namespace)
            .Where(space =>
                !space.Resource.Protect && (withData.Contains(space.Urn) || withData.Contains($"{Pods.ClusterOf(space)} {space["metadata"]["name"].Text}")))
            .Select(space => Finding.Violation(space, "it contains data, but is not protected from deletion"));
    }
}
