using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Cluster;

/// <summary>Whose identity <see cref="PodIdentity"/> declares.</summary>
/// <param name="Belonging">What the pods belong to.</param>
/// <param name="Part">The part of the role's name.</param>
/// <param name="Description">What the role is for.</param>
/// <param name="Account">Namespace and name of the service account.</param>
/// <param name="Act">What the pods do, in a word: the name of the policy.</param>
/// <param name="Policy">What the role may do.</param>
internal sealed record PodIdentityArgs(
    Belonging Belonging, string Part, string Description, (string Namespace, string Name) Account, string Act, string Policy)
{
    /// <summary>The last part of the association's logical name. Default: that of the role's name, and <c>-identity</c>.</summary>
    public string IdentityPart { get; init; } = $"{Part}-identity";
}

/// <summary>The identity of some pods: a role that they get by the name of their service account. Nothing in the cluster has to know it.</summary>
internal static class PodIdentity
{
    /// <summary>Declares the role, what it may do, and whose it is.</summary>
    /// <param name="parent">The component that the pods are of.</param>
    /// <param name="region">The Region.</param>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="args">Whose identity it is.</param>
    public static Aws.Eks.PodIdentityAssociation Declare(Resource parent, RegionContext region, RegionalCluster cluster, PodIdentityArgs args)
    {
        var workload = args.Belonging.Workload;
        string Logical(string part) => $"{workload}-{part}-{region.Region}";
        var role = new Aws.Iam.Role(Logical($"{args.Part}-role"), new Aws.Iam.RoleArgs
        {
            Name = region.Names.Role(workload, $"{args.Part}-{region.Region}"),
            Description = args.Description,
            AssumeRolePolicy = PodRole.TrustPolicy,
            Tags = region.GlobalTags(args.Belonging),
        }, region.Child(parent));
        var permission = new Aws.Iam.RolePolicy(Logical($"{args.Part}-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = args.Act,
            Role = role.Name,
            Policy = args.Policy,
        }, region.Child(parent));
        return new Aws.Eks.PodIdentityAssociation(Logical(args.IdentityPart), new Aws.Eks.PodIdentityAssociationArgs
        {
            ClusterName = cluster.ClusterName,
            Namespace = args.Account.Namespace,
            ServiceAccount = args.Account.Name,
            RoleArn = role.Arn,
            Tags = region.Tags(args.Belonging),
        }, region.Child(parent, permission));
    }
}
