using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Cluster;

/// <summary>What <see cref="RegionalCluster"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Settings">How it is reached and run.</param>
/// <param name="Version">The version of Kubernetes.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="SecretsKeyArn">The key of this Region that Kubernetes secrets are encrypted with.</param>
/// <param name="LogKeyArn">The key of this Region that logs are encrypted with.</param>
/// <param name="Failover">Whether a failover is going on.</param>
public sealed record RegionalClusterArgs(
    RegionContext Region,
    ClusterSettings Settings,
    string Version,
    RegionalNetwork Network,
    Output<string> SecretsKeyArn,
    Output<string> LogKeyArn,
    FailoverState Failover);

/// <summary>
/// The EKS cluster of a Region, in Auto Mode: nodes, block storage, load balancing and pod identity are the service's. Its ARN is
/// computed, so that a plan of the other stack can name it. Everything about who may do what in it stands in access entries.
/// </summary>
[Practices("H4", "H5")]
public sealed class RegionalCluster : ComponentResource
{
    // What the control plane writes: all of it, since nobody can read it up afterwards.
    private static readonly string[] LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    private readonly RegionContext _region;
    private readonly RegionalClusterArgs _args;
    private readonly string _name;

    /// <summary>Declares the cluster, its roles, its add-on and its provider.</summary>
    public RegionalCluster(string name, RegionalClusterArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:cluster:RegionalCluster", name, options)
    {
        _args = args;
        _region = args.Region;
        _name = _region.Names.KubernetesCluster(_region.Region);
        var (roleArn, permissions) = DeclareRole("cluster", "Runs the cluster", ClusterRole.TrustPolicy, ClusterRole.ManagedPolicies);
        var own = new Aws.Iam.RolePolicy(Logical("cluster-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "run-tagged-and-encrypted-nodes",
            Role = _region.Names.Role("shared", $"cluster-{_region.Region}"),
            Policy = ClusterRole.Policy(_region.Identity, _region.Region),
        }, _region.Child(this, [.. permissions]));
        var logs = new Aws.CloudWatch.LogGroup(Logical("control-plane-logs"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = _region.Names.ControlPlaneLogGroup(_region.Region),
            RetentionInDays = 365,
            KmsKeyId = args.LogKeyArn,
            Tags = _region.Tags(_region.Shared),
        }, _region.Child(this));
        var cluster = DeclareCluster(roleArn, [.. permissions, own, logs]);

        (NodeRoleName, var nodePermissions) = DeclareNodeRole();
        _ = DeclareAddon(cluster);
        Region = Output.Create(_region.Region);
        ClusterName = cluster.Name;
        SecurityGroupId = cluster.VpcConfig.Apply(vpc => vpc.ClusterSecurityGroupId ?? string.Empty);
        Connection = new ClusterConnection(
            _region, cluster.Endpoint, cluster.CertificateAuthority.Apply(authority => authority.Data ?? string.Empty), args.Failover);
        NodesAdmitted = AdmitNodes(nodePermissions);
        AdmitPeople("administrator", args.Settings.Administrators, AccessPolicies.Administrator);
        AdmitPeople("viewer", args.Settings.Viewers, AccessPolicies.Viewer);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The cluster's name.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The security group that EKS makes for the cluster: nodes and pods are in it.</summary>
    public Output<string> SecurityGroupId { get; }

    /// <summary>The name of the role that nodes have.</summary>
    public string NodeRoleName { get; }

    /// <summary>What lets nodes join: node classes come after it.</summary>
    public Resource NodesAdmitted { get; }

    /// <summary>For what is put into the cluster.</summary>
    public ClusterConnection Connection { get; }

    private string Logical(string part) => $"{part}-{_region.Region}";

    /// <summary>
    /// Lets a role into the cluster. EKS keeps the unique id of the role, not its name: a role that was made anew is not the one that was
    /// let in, so its entry has to be made anew with it.
    /// </summary>
    /// <param name="part">Part of the logical names.</param>
    /// <param name="principalArn">The role.</param>
    /// <param name="policyArn">What it may do, an access policy of EKS.</param>
    /// <param name="namespaces">Where; empty = everywhere.</param>
    /// <param name="after">What has to be there before.</param>
    public void Admit(string part, Input<string> principalArn, string policyArn, IReadOnlyList<string> namespaces, params Resource[] after) =>
        Associate(part, principalArn, "STANDARD", policyArn, namespaces, after);

    private void AdmitPeople(string part, IReadOnlyList<string> roles, string policyArn)
    {
        // The name of a role is unique in its account, whatever its path.
        foreach (var role in roles)
        {
            var (account, name) = (role.Split(':')[4], role[(role.LastIndexOf('/') + 1)..]);
            Admit(account == _region.AccountId ? $"{part}-{name}" : $"{part}-{account}-{name}", role, policyArn, []);
        }
    }

    private Aws.Eks.AccessPolicyAssociation AdmitNodes(IReadOnlyList<Resource> after) => Associate(
        "nodes", Arns.Role(_region.AccountId, NodeRoleName), "EC2", AccessPolicies.AutoNode, [], [.. after]);

    private Aws.Eks.AccessPolicyAssociation Associate(
        string part, Input<string> principalArn, string type, string policyArn, IReadOnlyList<string> namespaces, Resource[] after)
    {
        var entry = new Aws.Eks.AccessEntry(Logical($"{part}-access"), new Aws.Eks.AccessEntryArgs
        {
            ClusterName = ClusterName,
            PrincipalArn = principalArn,
            Type = type,
            Tags = _region.Tags(_region.Shared),
        }, _region.Child(this, after));
        var scope = new Aws.Eks.Inputs.AccessPolicyAssociationAccessScopeArgs { Type = namespaces.Count == 0 ? "cluster" : "namespace" };
        if (namespaces.Count > 0)
        {
            scope.Namespaces = [.. namespaces];
        }

        return new Aws.Eks.AccessPolicyAssociation(Logical($"{part}-access-policy"), new Aws.Eks.AccessPolicyAssociationArgs
        {
            ClusterName = ClusterName,
            PrincipalArn = principalArn,
            PolicyArn = policyArn,
            AccessScope = scope,
        }, _region.Child(this, entry));
    }

    private (Output<string> Arn, List<Resource> Permissions) DeclareRole(
        string part, string description, string trust, IReadOnlyList<string> managedPolicies)
    {
        var role = new Aws.Iam.Role(Logical($"{part}-role"), new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", $"{part}-{_region.Region}"),
            Description = $"{description} of {_region.Region}",
            AssumeRolePolicy = trust,
            Tags = _region.GlobalTags(_region.Shared),
        }, _region.Child(this));
        return (role.Arn,
        [
            .. managedPolicies.Select(policy => new Aws.Iam.RolePolicyAttachment(
                Logical($"{part}-{ManagedPolicies.NameOf(policy)}"),
                new Aws.Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = policy },
                _region.Child(this))),
        ]);
    }

    private (string Name, List<Resource> Permissions) DeclareNodeRole()
    {
        var (_, permissions) = DeclareRole("nodes", "Nodes of the cluster", NodeRole.TrustPolicy, NodeRole.ManagedPolicies);
        return (_region.Names.Role("shared", $"nodes-{_region.Region}"), permissions);
    }

    private Aws.Eks.Cluster DeclareCluster(Output<string> roleArn, Resource[] after)
    {
        var access = new Aws.Eks.Inputs.ClusterVpcConfigArgs
        {
            SubnetIds = _args.Network.PrivateSubnetIds.ToArray(),
            EndpointPrivateAccess = true,
            EndpointPublicAccess = _args.Settings.PublicRanges.Count > 0,
        };
        if (_args.Settings.PublicRanges.Count > 0)
        {
            access.PublicAccessCidrs = [.. _args.Settings.PublicRanges];
        }

        // Deleting it takes every pod of the Region; what is put into it can be made anew, its recovery time cannot.
        return new Aws.Eks.Cluster(Logical("cluster"), new Aws.Eks.ClusterArgs
        {
            Name = _name,
            RoleArn = roleArn,
            Version = _args.Version,
            VpcConfig = access,

            // The node pools are our own (ClusterBaseline): those of the service know no network policy and no reservation.
            ComputeConfig = new Aws.Eks.Inputs.ClusterComputeConfigArgs { Enabled = true, NodePools = [] },
            StorageConfig = new Aws.Eks.Inputs.ClusterStorageConfigArgs
            {
                BlockStorage = new Aws.Eks.Inputs.ClusterStorageConfigBlockStorageArgs { Enabled = true },
            },
            KubernetesNetworkConfig = new Aws.Eks.Inputs.ClusterKubernetesNetworkConfigArgs
            {
                ElasticLoadBalancing = new Aws.Eks.Inputs.ClusterKubernetesNetworkConfigElasticLoadBalancingArgs { Enabled = true },
                IpFamily = "ipv4",
                ServiceIpv4Cidr = ServiceRange.Beside(_args.Network.Range).ToString(),
            },
            BootstrapSelfManagedAddons = false,
            AccessConfig = new Aws.Eks.Inputs.ClusterAccessConfigArgs
            {
                AuthenticationMode = "API",
                BootstrapClusterCreatorAdminPermissions = true,
            },
            EncryptionConfig = new Aws.Eks.Inputs.ClusterEncryptionConfigArgs
            {
                Provider = new Aws.Eks.Inputs.ClusterEncryptionConfigProviderArgs { KeyArn = _args.SecretsKeyArn },
                Resources = { "secrets" },
            },
            EnabledClusterLogTypes = LogTypes,
            UpgradePolicy = new Aws.Eks.Inputs.ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            ZonalShiftConfig = new Aws.Eks.Inputs.ClusterZonalShiftConfigArgs { Enabled = _args.Settings.ZonalShift },
            DeletionProtection = true,
            Tags = _region.Tags(_region.Shared),
        }, _region.DataChild(this, after));
    }

    // Autoscalers count processors by it; without it they stand still. Two replicas, because one is down whenever its node is.
    private Aws.Eks.Addon DeclareAddon(Aws.Eks.Cluster cluster) => new(Logical("metrics-server"), new Aws.Eks.AddonArgs
    {
        ClusterName = cluster.Name,
        AddonName = "metrics-server",
        ConfigurationValues = """{"replicas":2}""",
        ResolveConflictsOnCreate = "OVERWRITE",
        ResolveConflictsOnUpdate = "OVERWRITE",
        Tags = _region.Tags(_region.Shared),
    }, _region.Child(this));
}
