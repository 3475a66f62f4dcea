namespace DrInfra.Policies.Kubernetes;

/// <summary>What the roles of a cluster let somebody do with an object.</summary>
internal static class ClusterRoles
{
    private static readonly string[] Types = ["kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole"];

    /// <summary>Whether a role of its cluster lets somebody do one of these with objects of its kind; so it does where its rules are not known.</summary>
    public static bool May(Estate estate, Node node, params IReadOnlyList<string> verbs)
    {
        // kubernetes:GROUP/VERSION:KIND
        var group = node.Type["kubernetes:".Length..].Split('/')[0];
        var resource = node.Type[(node.Type.LastIndexOf(':') + 1)..].ToLowerInvariant() + "s";
        return estate.OfTypes(Types).Where(role => Pods.ClusterOf(role) == Pods.ClusterOf(node)).Any(role => role["rules"].IsUnknown
            || role["rules"].Items.Any(rule => Names(rule["apiGroups"], group) && Names(rule["resources"], resource) && verbs.Any(verb => Names(rule["verbs"], verb))));
    }

    private static bool Names(Prop list, string name) => list.IsUnknown || list.Items.Any(item => item.IsUnknown || item.Text == "*" || item.Text == name);
}
