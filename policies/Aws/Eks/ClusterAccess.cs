using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>What a role may do with the objects of a cluster, by the access entries of the cluster.</summary>
internal static class ClusterAccess
{
    private const string Policies = "cluster-access-policy/";

    // The first is made for Region switch; the others allow all that it does.
    private static readonly string[] Scaling = ["AmazonARCRegionSwitchScalingPolicy", "AmazonEKSClusterAdminPolicy", "AmazonEKSAdminPolicy"];

    /// <summary>Why a role may not scale what is in a namespace of a cluster; null where it may.</summary>
    /// <param name="user">The resource that works through the role.</param>
    /// <param name="role">Its property that names the role.</param>
    /// <param name="space">The namespace; null where it is not known.</param>
    public static Reason? CannotScale(Estate estate, Node cluster, Node user, Prop role, string? space)
    {
        var view = new EksCluster(cluster);
        if (view.TakesAccessEntries is not true)
        {
            return view.Mode is { } mode
                ? new Reason(
                    $"authenticationMode of cluster {cluster.Name} is {mode}, so its access entries do not count", cluster, view.AuthenticationMode.Path)
                : Reason.Unknown(cluster, view.AuthenticationMode.Path);
        }

        var wanted = StatedName.Follow(estate, user, role, [IamTypes.Role]);
        if (wanted.IsUnknown)
        {
            return Reason.Unknown(user, role.Path);
        }

        Node[] entries = [.. view.Declared(estate, EksTypes.AccessEntry)];
        if (Array.Find(entries, entry => Is(estate, entry, wanted) == true) is not { } own)
        {
            return Array.Exists(entries, entry => Is(estate, entry, wanted) is null) ? Reason.Unknown(cluster, "accessConfig")
                : new Reason($"cluster {cluster.Name} has no access entry for the role of {user.Name}", cluster);
        }

        Reason?[] granted =
        [
            .. view.Declared(estate, EksTypes.AccessPolicyAssociation).Where(association => Is(estate, association, wanted) != false)
                .Select(association => Lacks(association, space)),
        ];
        return Array.Exists(granted, reason => reason is null) ? null
            : granted.OfType<Reason>().OrderBy(reason => !reason.IsUnknown).FirstOrDefault()
            // Groups of Kubernetes may be allowed it by a role of the cluster.
            ?? (own["kubernetesGroups"].IsStated() ? Reason.Unknown(own, "kubernetesGroups")
                : new Reason($"access entry {own.Name} has no access policy that may scale pods", own));
    }

    /// <summary>Whether an entry, or an association of one, is about the role; null where only the deployment will tell.</summary>
    private static bool? Is(Estate estate, Node entry, Reference role)
    {
        var principal = StatedName.Follow(estate, entry, entry["principalArn"], [IamTypes.Role]);
        return principal.IsUnknown ? null
            : principal.Target is { } target ? target == role.Target
            : principal.Text is { } text && text == (role.Text ?? role.Target?.Output("arn").Text);
    }

    private static Reason? Lacks(Node association, string? space)
    {
        var (policy, scope) = (association["policyArn"], association["accessScope"]);
        if (policy.IsUnknown || scope["type"].IsUnknown)
        {
            return Reason.Unknown(association, (policy.IsUnknown ? policy : scope).Path);
        }

        if (!Scaling.Contains(policy.Text?[(policy.Text.LastIndexOf(Policies, StringComparison.Ordinal) + Policies.Length)..], StringComparer.Ordinal))
        {
            return new Reason($"{association.Name} grants {policy}, which may not scale pods", association, policy.Path);
        }

        var spaces = scope["namespaces"];
        return scope["type"].Text != "namespace" ? null
            : space is not null && spaces.Items.Any(pattern => pattern.Text is { } text && Wildcards.Match(text, space)) ? null
            : space is null || spaces.IsUnknown || spaces.Items.Any(item => item.IsUnknown) ? Reason.Unknown(association, spaces.Path)
            : new Reason($"{association.Name} does not cover namespace {space}", association, spaces.Path);
    }
}
