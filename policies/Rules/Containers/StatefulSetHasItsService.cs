using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class StatefulSetHasItsService : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var services = context.Estate.OfType("kubernetes:core/v1:Service").ToLookup(Pods.ClusterOf);
        foreach (var node in context.Estate.OfTypes(Pods.StatefulSets))
        {
            var name = node["spec"]["serviceName"];
            var (space, near) = (Pods.NamespaceOf(node), services[Pods.ClusterOf(node)].Where(service => Pods.MayShareNamespace(node, service)).ToArray());
            var found = ReferenceResolver.Declared(node, "spec", "kubernetes:core/v1:Service") is [var declared] && name.IsUnknown ? declared
                : near.FirstOrDefault(service =>
                    name.Text is not null && space is not null && Pods.NamespaceOf(service) == space && service["metadata"]["name"].Text == name.Text);
            if (found is null)
            {
                var mayBeThere = name.IsUnknown
                    || (name.IsStated() && near.Any(service => service["metadata"]["name"] is var named && (named.IsUnknown || named.Text == name.Text)));
                yield return mayBeThere ? Finding.Unknown(node, name.Path)
                    : Finding.Violation(node, !name.IsStated() ? "it names no service" : $"no service {name.Text} is declared in {space}", name.Path);
            }
            else if (found["spec"]["clusterIP"] is { IsUnknown: false } address && address.Text != "None")
            {
                yield return Finding.Violation(node, $"its service {found.Name} is not headless", name.Path);
            }
        }
    }
}
