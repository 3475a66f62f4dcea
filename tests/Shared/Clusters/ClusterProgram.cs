using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Aws = Pulumi.Aws;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Tests;

/// <summary>A program of one Region: a cluster of EKS Auto Mode with a node pool, a registry of images, and the pods of one workload.</summary>
internal sealed class ClusterProgram
{
    public const string AccountId = "123456789012";

    private const string Image = AccountId + ".dkr.ecr.eu-west-1.amazonaws.com/shop-main/orders@sha256:"
        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    /// <summary>The autoscaler's minimum.</summary>
    public int Least { get; init; } = 3;

    /// <summary>What selects the pods.</summary>
    public string App { get; init; } = "orders";

    public IDictionary<string, object?> Declare()
    {
        var aws = new Aws.Provider("eu-west-1", new Aws.ProviderArgs { Region = "eu-west-1" });
        var options = new CustomResourceOptions { Provider = aws };
        var vpc = new Aws.Ec2.Vpc("network", new Aws.Ec2.VpcArgs { CidrBlock = "10.1.0.0/16" }, options);
        var cluster = DeclareCluster(vpc, options);
        DeclareImages(options);
        var kubernetes = new Kubernetes.Provider("kubernetes-eu-west-1", new Kubernetes.ProviderArgs
        {
            ClusterIdentifier = cluster.Arn,
            EnableServerSideApply = true,
            KubeConfig = Output.Tuple(cluster.Endpoint, cluster.CertificateAuthority).Apply(made => $"""
                apiVersion: v1
                kind: Config
                clusters:
                - name: eks
                  cluster:
                    server: {made.Item1}
                    certificate-authority-data: {made.Item2.Data}
                """),
        });
        DeclareBaseline(new CustomResourceOptions { Provider = kubernetes });
        DeclarePods(DeclareTargets(vpc, options), new CustomResourceOptions { Provider = kubernetes });
        return new Dictionary<string, object?> { ["cluster"] = cluster.Arn };
    }

    private static Aws.LB.TargetGroup DeclareTargets(Aws.Ec2.Vpc vpc, CustomResourceOptions options) => new("orders", new Aws.LB.TargetGroupArgs
    {
        Name = "shop-main-orders",
        Port = 8443,
        Protocol = "TLS",
        TargetType = "ip",
        VpcId = vpc.Id,
        HealthCheck = new Aws.LB.Inputs.TargetGroupHealthCheckArgs { Protocol = "HTTPS", Path = "/ready", Port = "8443" },
        Tags = { ["eks:eks-cluster-name"] = "shop-main-cluster-eu-west-1" },
    }, options);

    private static Aws.Eks.Cluster DeclareCluster(Aws.Ec2.Vpc vpc, CustomResourceOptions options)
    {
        var subnets = Zones.Select((zone, index) => new Aws.Ec2.Subnet(
            $"nodes-{zone}", new Aws.Ec2.SubnetArgs { VpcId = vpc.Id, AvailabilityZone = zone, CidrBlock = $"10.1.{index}.0/24" }, options)).ToList();
        var key = new Aws.Kms.Key("secrets", new Aws.Kms.KeyArgs { EnableKeyRotation = true }, options);
        var role = Role("shop-main-cluster", "eks.amazonaws.com", options);
        var managed = Attachment("cluster-policy", role, "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy", options);
        var cluster = new Aws.Eks.Cluster("cluster", new Aws.Eks.ClusterArgs
        {
            Name = "shop-main-cluster-eu-west-1",
            RoleArn = role.Arn,
            Version = "1.34",
            BootstrapSelfManagedAddons = false,
            DeletionProtection = true,
            EnabledClusterLogTypes = { "api", "audit", "authenticator", "controllerManager", "scheduler" },
            AccessConfig = new Aws.Eks.Inputs.ClusterAccessConfigArgs { AuthenticationMode = "API", BootstrapClusterCreatorAdminPermissions = false },
            ComputeConfig = new Aws.Eks.Inputs.ClusterComputeConfigArgs { Enabled = true },
            StorageConfig = new Aws.Eks.Inputs.ClusterStorageConfigArgs
            {
                BlockStorage = new Aws.Eks.Inputs.ClusterStorageConfigBlockStorageArgs { Enabled = true },
            },
            KubernetesNetworkConfig = new Aws.Eks.Inputs.ClusterKubernetesNetworkConfigArgs
            {
                ElasticLoadBalancing = new Aws.Eks.Inputs.ClusterKubernetesNetworkConfigElasticLoadBalancingArgs { Enabled = true },
            },
            EncryptionConfig = new Aws.Eks.Inputs.ClusterEncryptionConfigArgs
            {
                Provider = new Aws.Eks.Inputs.ClusterEncryptionConfigProviderArgs { KeyArn = key.Arn },
                Resources = { "secrets" },
            },
            UpgradePolicy = new Aws.Eks.Inputs.ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs
            {
                SubnetIds = subnets.Select(subnet => subnet.Id).ToImmutableArray(),
                EndpointPrivateAccess = true,
                PublicAccessCidrs = { "192.0.2.0/24" },
            },
            ZonalShiftConfig = new Aws.Eks.Inputs.ClusterZonalShiftConfigArgs { Enabled = true },
        }, CustomResourceOptions.Merge(options, new CustomResourceOptions { Protect = true, RetainOnDelete = true, DependsOn = { managed } }));
        _ = new Aws.Eks.Addon("metrics", new Aws.Eks.AddonArgs
        {
            ClusterName = cluster.Name, AddonName = "metrics-server", ConfigurationValues = """{"replicas":2}""",
        }, options);
        DeclareAccess(cluster, options);
        _ = new Aws.Ec2.CapacityReservation("nodes-eu-west-1a", new Aws.Ec2.CapacityReservationArgs
        {
            AvailabilityZone = "eu-west-1a", InstanceCount = 1, InstancePlatform = "Linux/UNIX", InstanceType = "m7g.large",
        }, options);
        return cluster;
    }

    private static void DeclareAccess(Aws.Eks.Cluster cluster, CustomResourceOptions options)
    {
        var nodes = Role("shop-main-nodes", "ec2.amazonaws.com", options);
        _ = new Aws.Eks.AccessEntry("nodes", new Aws.Eks.AccessEntryArgs { ClusterName = cluster.Name, PrincipalArn = nodes.Arn, Type = "EC2" }, options);
        _ = new Aws.Eks.AccessPolicyAssociation("nodes", new Aws.Eks.AccessPolicyAssociationArgs
        {
            ClusterName = cluster.Name,
            PrincipalArn = nodes.Arn,
            PolicyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy",
            AccessScope = new Aws.Eks.Inputs.AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, options);
        var pods = Role("shop-main-orders", "pods.eks.amazonaws.com", options);
        _ = new Aws.Eks.PodIdentityAssociation("orders", new Aws.Eks.PodIdentityAssociationArgs
        {
            ClusterName = cluster.Name, Namespace = "orders", ServiceAccount = "orders-serving", RoleArn = pods.Arn,
        }, options);
    }

    private static void DeclareImages(CustomResourceOptions options)
    {
        _ = new Aws.Ecr.Repository("orders", new Aws.Ecr.RepositoryArgs { Name = "shop-main/orders", ImageTagMutability = "IMMUTABLE" }, options);
        _ = new Aws.Ecr.ReplicationConfiguration("images", new Aws.Ecr.ReplicationConfigurationArgs
        {
            ReplicationConfigurationDetails = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationArgs
            {
                Rules =
                {
                    new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleArgs
                    {
                        Destinations =
                        {
                            new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleDestinationArgs
                            {
                                Region = "eu-central-1", RegistryId = AccountId,
                            },
                        },
                        RepositoryFilters =
                        {
                            new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs
                            {
                                Filter = "shop-main/", FilterType = "PREFIX_MATCH",
                            },
                        },
                    },
                },
            },
        }, options);
    }

    private static void DeclareBaseline(CustomResourceOptions options)
    {
        _ = new ClusterObject("nodes", new ClusterObjectArgs("eks.amazonaws.com/v1", "NodeClass")
        {
            Metadata = new ObjectMetaArgs { Name = "general" },
            Spec =
            {
                ["role"] = "shop-main-nodes",
                ["networkPolicy"] = "DefaultAllow",
                ["subnetSelectorTerms"] = ImmutableArray.Create<object>(Map(("tags", Map(("dr:pair", "main"))))),
                ["securityGroupSelectorTerms"] = ImmutableArray.Create<object>(Map(("tags", Map(("dr:pair", "main"))))),
            },
        }, options);
        _ = new ClusterObject("pool", new ClusterObjectArgs("karpenter.sh/v1", "NodePool")
        {
            Metadata = new ObjectMetaArgs { Name = "general" },
            Spec =
            {
                ["limits"] = Map(("cpu", "64"), ("memory", "256Gi")),
                ["template"] = Map(("spec", Map(
                    ("nodeClassRef", Map(("group", "eks.amazonaws.com"), ("kind", "NodeClass"), ("name", "general"))),
                    ("requirements", ImmutableArray.Create<object>(Map(
                        ("key", "topology.kubernetes.io/zone"), ("operator", "In"), ("values", Zones.ToImmutableArray<object>()))))))),
            },
        }, options);
        _ = new Kubernetes.Core.V1.ConfigMap("network-policies", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = "amazon-vpc-cni", Namespace = "kube-system" },
            Data = { ["enable-network-policy-controller"] = "true" },
        }, options);
        _ = new Kubernetes.Core.V1.Namespace("orders", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "orders", Labels = Labels() } }, options);
    }

    private void DeclarePods(Aws.LB.TargetGroup group, CustomResourceOptions options)
    {
        var named = new ObjectMetaArgs { Name = "orders-serving", Namespace = "orders", Labels = Labels() };
        _ = new Kubernetes.Core.V1.ServiceAccount("orders-serving", new ServiceAccountArgs { Metadata = named }, options);
        _ = new Kubernetes.Apps.V1.Deployment("orders-serving", new DeploymentArgs
        {
            Metadata = named,
            Spec = new DeploymentSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/name"] = App } },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = { ["app.kubernetes.io/name"] = App } },
                    Spec = new PodSpecArgs
                    {
                        ServiceAccountName = "orders-serving",
                        Containers = { new ContainerArgs { Name = "orders", Image = Image, Resources = Resources() } },
                    },
                },
            },
        }, CustomResourceOptions.Merge(options, new CustomResourceOptions { IgnoreChanges = { "spec.replicas" } }));
        _ = new Kubernetes.Core.V1.Service("orders-serving", new ServiceArgs
        {
            Metadata = named,
            Spec = new ServiceSpecArgs { Selector = { ["app.kubernetes.io/name"] = App }, Ports = { new ServicePortArgs { Port = 443, TargetPort = 8443 } } },
        }, options);
        _ = new ClusterObject("orders-serving", new ClusterObjectArgs("eks.amazonaws.com/v1", "TargetGroupBinding")
        {
            Metadata = named,
            Spec =
            {
                ["serviceRef"] = Map(("name", "orders-serving"), ("port", 443)),
                ["targetGroupARN"] = group.Arn.Apply(arn => (object)arn),
                ["targetType"] = "ip",
            },
        }, options);
        _ = new Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler("orders-serving", new HorizontalPodAutoscalerArgs
        {
            Metadata = named,
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                MinReplicas = Least,
                MaxReplicas = 9,
                ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = "orders-serving" },
            },
        }, CustomResourceOptions.Merge(options, new CustomResourceOptions { IgnoreChanges = { "spec.behavior" } }));
        _ = new Kubernetes.Policy.V1.PodDisruptionBudget("orders-serving", new PodDisruptionBudgetArgs
        {
            Metadata = named,
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1, Selector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/name"] = App } },
            },
        }, options);
    }

    private static Aws.Iam.Role Role(string name, string service, CustomResourceOptions options) => new(name, new Aws.Iam.RoleArgs
    {
        Name = name,
        AssumeRolePolicy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":["sts:AssumeRole","sts:TagSession"]}]}
            """.TrimEnd(),
    }, options);

    private static Aws.Iam.RolePolicyAttachment Attachment(string name, Aws.Iam.Role role, string policy, CustomResourceOptions options) =>
        new(name, new Aws.Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = policy }, options);

    private static InputMap<string> Labels() => new()
    {
        ["app.kubernetes.io/managed-by"] = "pulumi",
        ["dr.drinfra.io/workload"] = "orders",
        ["dr.drinfra.io/tier"] = "mission-critical",
    };

    private static ResourceRequirementsArgs Resources() => new()
    {
        Requests = { ["cpu"] = "500m", ["memory"] = "1Gi" },
        Limits = { ["memory"] = "1Gi" },
    };

    private static ImmutableDictionary<string, object> Map(params (string Name, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Name, member => member.Value);
}
