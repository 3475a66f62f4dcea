using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Pipelines;

/// <summary>The identity of some pods: a role that they get by the name of their service account.</summary>
internal static class PodIdentity
{
    /// <summary>Declares the role, what it may do, and whose it is.</summary>
    /// <param name="parent">The component that the pods are of.</param>
    /// <param name="region">The Region.</param>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="belonging">What the pods belong to.</param>
    /// <param name="part">The part of the role's name.</param>
    /// <param name="account">Namespace and name of the service account.</param>
    /// <param name="policy">What the role may do.</param>
    public static Aws.Eks.PodIdentityAssociation Declare(
        Resource parent,
        RegionContext region,
        RegionalCluster cluster,
        Belonging belonging,
        string part,
        (string Namespace, string Name) account,
        string policy)
    {
        string Logical(string what) => $"{belonging.Workload}-{part}-{what}-{region.Region}";
        var role = new Aws.Iam.Role(Logical("role"), new Aws.Iam.RoleArgs
        {
            Name = region.Names.Role(belonging.Workload, $"{part}-{region.Region}"),
            Description = $"Pods {account.Name} in {region.Region}",
            AssumeRolePolicy = PodRole.TrustPolicy,
            Tags = region.GlobalTags(belonging),
        }, region.Child(parent));
        var permission = new Aws.Iam.RolePolicy(Logical("policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "work",
            Role = role.Name,
            Policy = policy,
        }, region.Child(parent));
        return new Aws.Eks.PodIdentityAssociation(Logical("identity"), new Aws.Eks.PodIdentityAssociationArgs
        {
            ClusterName = cluster.ClusterName,
            Namespace = account.Namespace,
            ServiceAccount = account.Name,
            RoleArn = role.Arn,
            Tags = region.Tags(belonging),
        }, region.Child(parent, permission));
    }
}
