using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// Who the pods of a pipeline are: a service account with a role of AWS, and where an engine makes pods itself, what it may do in the cluster.
/// </summary>
internal static class PipelineAccount
{
    /// <summary>Declares both.</summary>
    /// <param name="parent">The component of the pipeline.</param>
    /// <param name="args">The pipeline.</param>
    /// <param name="rules">What its pods may do in their namespace; none for those that do not talk to the API server.</param>
    /// <returns>What has to be there before its pods are.</returns>
    public static Resource[] Declare(Resource parent, PipelineArgs args, params PolicyRuleArgs[] rules)
    {
        var (region, workload) = (args.Region, args.Workload);
        var metadata = KubernetesObject.Named(args.Name, region.Labels(Belonging.To(workload)), workload.Name);
        var logical = args.Cluster.Connection.Logical(args.Name);
        var identity = PodIdentity.Declare(parent, region, args.Cluster, new PodIdentityArgs(
            Belonging.To(workload), $"pipeline-{args.Pipeline.Name}", $"Pods {args.Name} in {region.Region}", (workload.Name, args.Name), "work",
            PipelineRole.Policy(region.Identity, workload, region.Region)));
        var account = new Kubernetes.Core.V1.ServiceAccount(
            logical, new ServiceAccountArgs { Metadata = metadata, AutomountServiceAccountToken = false }, args.InNamespace(parent));
        if (rules.Length == 0)
        {
            return [account, identity];
        }

        var role = new Kubernetes.Rbac.V1.Role(logical, new RoleArgs { Metadata = metadata, Rules = rules }, args.InNamespace(parent));
        var binding = new Kubernetes.Rbac.V1.RoleBinding(
            logical,
            new RoleBindingArgs
            {
                Metadata = metadata,
                RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = args.Name },
                Subjects = { new SubjectArgs { Kind = "ServiceAccount", Name = args.Name, Namespace = workload.Name } },
            },
            args.InNamespace(parent, role, account));
        return [account, identity, binding];
    }

    /// <summary>All that an engine does with what it makes.</summary>
    /// <param name="resources">Kinds of objects of the core.</param>
    public static PolicyRuleArgs Makes(params string[] resources) => new()
    {
        ApiGroups = new[] { "" },
        Resources = resources,
        Verbs = new[] { "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch" },
    };
}
