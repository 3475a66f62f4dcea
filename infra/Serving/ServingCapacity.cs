using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Serving;

/// <summary>What <see cref="ServingCapacity"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">A workload that serves.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Activation">What a standby is ready for.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="Endpoint">What the servers stand behind.</param>
/// <param name="KeyArn">
/// The key of this Region that volumes are encrypted with; its policy has <see cref="KeyUsers.Volumes"/>.
/// </param>
public sealed record ServingCapacityArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    Sizing Sizing,
    Activation Activation,
    RegionalNetwork Network,
    ServingEndpoint Endpoint,
    Output<string> KeyArn);

/// <summary>
/// The servers of a workload in one Region: an Auto Scaling group over three zones, from one image. A stack switch changes its
/// least number and nothing else. The number that runs is never stated, so what a failover or the load made of it is no
/// difference to undo.
/// </summary>
public sealed class ServingCapacity : ComponentResource
{
    /// <summary>The root volume of the image: what Amazon Linux calls it, and what images for this platform have to.</summary>
    public const string RootDevice = "/dev/xvda";

    private const int PostgreSqlPort = 5432;

    // Time for an instance to start and pass its checks before it is judged by them.
    private const int WarmupSeconds = 120;

    private readonly ServingCapacityArgs _args;
    private readonly RegionContext _region;
    private readonly ServingSettings _serving;
    private readonly Belonging _belonging;

    /// <summary>Declares the servers.</summary>
    /// <exception cref="ArgumentException">The workload does not serve.</exception>
    public ServingCapacity(string name, ServingCapacityArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:serving:ServingCapacity", name, options)
    {
        _args = args;
        _region = args.Region;
        _serving = args.Workload.Serving
            ?? throw new ArgumentException($"workload {args.Workload.Name} has no serving settings, so it has no servers", nameof(args));
        _belonging = Belonging.To(args.Workload);

        var group = DeclareGroup(DeclareTemplate(DeclareProfile(), DeclareSecurityGroup()));
        _ = new Aws.AutoScaling.Policy(Logical("scaling"), new Aws.AutoScaling.PolicyArgs
        {
            Name = "keep-processors-half-busy",
            AutoscalingGroupName = group.Name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new Aws.AutoScaling.Inputs.PolicyTargetTrackingConfigurationArgs
            {
                PredefinedMetricSpecification = new Aws.AutoScaling.Inputs.PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "ASGAverageCPUUtilization",
                },

                // A lost zone takes a third of the servers: the others must have room for its load.
                TargetValue = 50,
            },
        }, _region.Child(this));

        Region = Output.Create(_region.Region);
        GroupName = group.Name;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The Auto Scaling group's name.</summary>
    [Output("groupName")]
    public Output<string> GroupName { get; private set; }

    private string Logical(string part) => $"{_args.Workload.Name}-{part}-{_region.Region}";

    private Output<string> DeclareSecurityGroup()
    {
        var group = new Aws.Ec2.SecurityGroup(Logical("servers-security-group"), new Aws.Ec2.SecurityGroupArgs
        {
            Name = _region.Names.SecurityGroup(_args.Workload.Name, "servers", _region.Region),
            Description = $"Servers of {_args.Workload.Name}",
            VpcId = _args.Network.VpcId,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.Vpc.SecurityGroupIngressRule(Logical("servers-from-endpoint"), new Aws.Vpc.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "From the load balancer and nowhere else",
            IpProtocol = "tcp",
            FromPort = _args.Endpoint.Port,
            ToPort = _args.Endpoint.Port,
            ReferencedSecurityGroupId = _args.Endpoint.SecurityGroupId,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("servers-https"), new Aws.Vpc.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "HTTPS: AWS services, whose addresses are not fixed",
            IpProtocol = "tcp",
            FromPort = 443,
            ToPort = 443,
            CidrIpv4 = "0.0.0.0/0",
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        if (_args.Workload.Databases.Any())
        {
            _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("servers-postgresql"), new Aws.Vpc.SecurityGroupEgressRuleArgs
            {
                SecurityGroupId = group.Id,
                Description = "PostgreSQL inside the VPC",
                IpProtocol = "tcp",
                FromPort = PostgreSqlPort,
                ToPort = PostgreSqlPort,
                CidrIpv4 = _args.Network.Range.ToString(),
                Tags = _region.Tags(_belonging),
            }, _region.Child(this));
        }

        return group.Id;
    }

    private Aws.Iam.InstanceProfile DeclareProfile()
    {
        var roleName = _region.Names.Role(_args.Workload.Name, $"servers-{_region.Region}");
        var role = new Aws.Iam.Role(Logical("servers-role"), new Aws.Iam.RoleArgs
        {
            Name = roleName,
            Description = $"Servers of {_args.Workload.Name} in {_region.Region}",
            AssumeRolePolicy = ServersRole.TrustPolicy,
            Tags = _region.GlobalTags(_belonging),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("servers-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "serve",
            Role = role.Name,
            Policy = ServersRole.Policy(_region.Identity, _args.Workload, _region.Region),
        }, _region.Child(this));
        return new Aws.Iam.InstanceProfile(Logical("servers-profile"), new Aws.Iam.InstanceProfileArgs
        {
            Name = roleName,
            Role = role.Name,
            Tags = _region.GlobalTags(_belonging),
        }, _region.Child(this, permission));
    }

    private Aws.Ec2.LaunchTemplate DeclareTemplate(Aws.Iam.InstanceProfile profile, Output<string> securityGroupId)
    {
        var physicalName = _region.Names.LaunchTemplate(_args.Workload.Name, _region.Region);
        return new Aws.Ec2.LaunchTemplate(Logical("launch-template"), new Aws.Ec2.LaunchTemplateArgs
        {
            Name = physicalName,
            Description = $"Servers of {_args.Workload.Name}",
            UpdateDefaultVersion = true,

            // Resolved when an instance starts, in the Region where it starts: no look-up that a preview would need AWS for.
            ImageId = $"resolve:ssm:{_serving.Image}",
            InstanceType = _serving.InstanceType,
            EbsOptimized = "true",
            IamInstanceProfile = new Aws.Ec2.Inputs.LaunchTemplateIamInstanceProfileArgs { Arn = profile.Arn },

            // Version 2 only, one hop; with the tags, so that a server knows its pair and workload, and so its manifest.
            MetadataOptions = new Aws.Ec2.Inputs.LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
                InstanceMetadataTags = "enabled",
            },
            Monitoring = new Aws.Ec2.Inputs.LaunchTemplateMonitoringArgs { Enabled = true },
            NetworkInterfaces =
            {
                new Aws.Ec2.Inputs.LaunchTemplateNetworkInterfaceArgs
                {
                    DeviceIndex = 0,
                    AssociatePublicIpAddress = "false",
                    DeleteOnTermination = "true",
                    SecurityGroups = { securityGroupId },
                },
            },
            BlockDeviceMappings =
            {
                new Aws.Ec2.Inputs.LaunchTemplateBlockDeviceMappingArgs
                {
                    DeviceName = RootDevice,
                    Ebs = new Aws.Ec2.Inputs.LaunchTemplateBlockDeviceMappingEbsArgs
                    {
                        VolumeType = "gp3",
                        Encrypted = "true",
                        KmsKeyId = _args.KeyArn,
                        DeleteOnTermination = "true",
                    },
                },
            },
            TagSpecifications =
            {
                TagsOf("instance", physicalName),
                TagsOf("volume", physicalName),
            },
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
    }

    private Aws.Ec2.Inputs.LaunchTemplateTagSpecificationArgs TagsOf(string resourceType, string name) => new()
    {
        ResourceType = resourceType,
        Tags = _region.Tags(_belonging, name),
    };

    private Aws.AutoScaling.Group DeclareGroup(Aws.Ec2.LaunchTemplate template)
    {
        var strategy = _args.Workload.Tier.Strategy;
        var full = ServingInstances.For(_serving, strategy, _args.Sizing, StackRole.Primary, Activation.Active);
        var tags = new InputList<Aws.AutoScaling.Inputs.GroupTagArgs>();
        foreach (var (key, value) in _region
            .TagTexts(_belonging)
            .OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            tags.Add(new Aws.AutoScaling.Inputs.GroupTagArgs { Key = key, Value = value, PropagateAtLaunch = true });
        }

        return new Aws.AutoScaling.Group(Logical("servers"), new Aws.AutoScaling.GroupArgs
        {
            Name = _region.Names.AutoScalingGroup(_args.Workload.Name, _region.Region),
            LaunchTemplate = new Aws.AutoScaling.Inputs.GroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => $"{version}"),
            },
            VpcZoneIdentifiers = _args.Network.PrivateSubnetIds.ToArray(),
            TargetGroupArns = { _args.Endpoint.TargetGroupArn },
            MinSize = ServingInstances.For(_serving, strategy, _args.Sizing, _region.Role, _args.Activation),

            // The same whatever the stack is ready for: room for the load, and for the number that a failover asks for.
            MaxSize = full * 2,
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = WarmupSeconds,
            DefaultInstanceWarmup = WarmupSeconds,

            // An update during the event declares the number and goes on; who needs to know that the servers answer asks the
            // capacity function.
            WaitForCapacityTimeout = "0",
            InstanceRefresh = new Aws.AutoScaling.Inputs.GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                Preferences = new Aws.AutoScaling.Inputs.GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = 100,
                    MaxHealthyPercentage = 120,
                    InstanceWarmup = $"{WarmupSeconds}",
                },
            },
            Tags = tags,
        }, _region.Child(this, _args.Endpoint.Listener));
    }
}
