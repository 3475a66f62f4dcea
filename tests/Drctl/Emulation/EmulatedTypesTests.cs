using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi;

namespace DrInfra.Tests.Drctl.Emulation;

public class EmulatedTypesTests
{
    private static readonly Dictionary<string, Type> Classes =
        new[] { typeof(Pulumi.Aws.Provider), typeof(Pulumi.Random.Provider), typeof(Pulumi.Kubernetes.Provider) }
        .SelectMany(provider => provider.Assembly.GetTypes())
        .Select(type => (Type: type, Token: type.GetCustomAttribute<ResourceTypeAttribute>()?.Type))
        .Where(found => found.Token is not null)
        .ToDictionary(found => found.Token!, found => found.Type);

    /// <summary>
    /// Non-optional outputs without an answer: the service chooses them, the sample has no neighbour that would tell, or they
    /// belong to features that the sample does not use.
    /// </summary>
    private static readonly Dictionary<string, string[]> LeftToTheService = new()
    {
        ["aws:dynamodb/table:Table"] = ["globalTableWitness", "warmThroughput"],
        ["aws:ec2/flowLog:FlowLog"] = ["logDestination"],
        ["aws:ec2/natGateway:NatGateway"] = ["associationId", "availabilityZoneAddresses", "privateIp", "publicIp", "vpcId"],
        ["aws:glue/catalogDatabase:CatalogDatabase"] = ["createTableDefaultPermissions"],
        ["aws:glue/catalogTable:CatalogTable"] = ["partitionKeys", "viewDefinition"],
        ["aws:kms/replicaKey:ReplicaKey"] = ["keyRotationEnabled"],
        ["aws:lambda/function:Function"] = ["sourceCodeSize"],
        ["aws:rds/cluster:Cluster"] = ["applyImmediately", "autoMinorVersionUpgrade", "databaseName"],
        ["aws:rds/clusterInstance:ClusterInstance"] =
            ["applyImmediately", "dbParameterGroupName", "engineVersion", "engineVersionActual", "kmsKeyId", "port", "preferredBackupWindow",
                "storageEncrypted"],
        ["aws:rds/subnetGroup:SubnetGroup"] = ["vpcId"],
        ["aws:s3/bucket:Bucket"] = ["acl", "logging", "objectLockConfiguration", "replicationConfiguration", "website"],
        ["aws:ssm/parameter:Parameter"] = ["value"],
        ["aws:autoscaling/group:Group"] = ["availabilityZones", "instanceLifecyclePolicy", "mixedInstancesPolicy"],
        ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"] = ["encryptionKeyArn"],
        ["aws:backup/regionSettings:RegionSettings"] = ["resourceTypeManagementPreference"],
        ["aws:lb/listener:Listener"] = ["mutualAuthentication"],
        ["aws:lb/loadBalancer:LoadBalancer"] = ["vpcId"],
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = ["checksumCrc64nvme", "versionId"],
        ["aws:eks/addon:Addon"] = ["addonVersion", "namespaceConfig"],
        ["aws:eks/cluster:Cluster"] = ["controlPlaneScalingConfig", "kubeApiServerConfig", "kubeControllerManagerConfig", "kubeSchedulerConfig"],
        ["kubernetes:apps/v1:Deployment"] = ["status"],
        ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler"] = ["status"],
        ["kubernetes:core/v1:Namespace"] = ["status"],
        ["kubernetes:core/v1:ResourceQuota"] = ["status"],
        ["kubernetes:core/v1:Service"] = ["status"],
        ["kubernetes:networking.k8s.io/v1:NetworkPolicy"] = ["status"],
        ["kubernetes:policy/v1:PodDisruptionBudget"] = ["status"],
    };

    public static TheoryData<string> Tokens => [.. SampleInputs.ByType.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_NamesOnlyOutputsOfTheProvidersClass(string token)
    {
        var cloud = new TestCloud();

        var answer = cloud.Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Empty(answer.Outputs.Keys.Except(OutputsOf(token).Select(output => output.Name)));
        Assert.Empty(cloud.Cloud.NotEmulated);
        Assert.NotNull(answer.Id);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_LeavesUnknownOnlyWhatTheServiceAloneDecides(string token)
    {
        var answer = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        var missing = OutputsOf(token)
            .Where(output => !output.Optional && !answer.Outputs.ContainsKey(output.Name) && !output.Name.EndsWith("Prefix", StringComparison.Ordinal))
            .Select(output => output.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(LeftToTheService.GetValueOrDefault(token, []), missing);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Answer_IsTheSameInEveryCloudOfTheAccount(string token)
    {
        var first = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);
        var second = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Described(first), Described(second));
    }

    [Theory]
    [InlineData("aws:kms/key:Key", "^mrk-[0-9a-f]{32}$")]
    [InlineData("aws:kms/alias:Alias", "^alias/orders$")]
    [InlineData("aws:ec2/vpc:Vpc", "^vpc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/subnet:Subnet", "^subnet-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/internetGateway:InternetGateway", "^igw-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/natGateway:NatGateway", "^nat-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/eip:Eip", "^eipalloc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/routeTable:RouteTable", "^rtb-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/route:Route", "^r-rtb-11080289494$")]
    [InlineData("aws:ec2/routeTableAssociation:RouteTableAssociation", "^rtbassoc-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "^sg-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "^vpce-[0-9a-f]{17}$")]
    [InlineData("aws:ec2/flowLog:FlowLog", "^fl-[0-9a-f]{17}$")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "^sgr-[0-9a-f]{17}$")]
    [InlineData("aws:iam/role:Role", "^orders-replication$")]
    [InlineData("aws:iam/rolePolicy:RolePolicy", "^orders-replication:replicate$")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", "^orders$")]
    [InlineData("aws:secretsmanager/secret:Secret", "^arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/password-[A-Za-z0-9]{6}$")]
    [InlineData("aws:secretsmanager/secretVersion:SecretVersion", @"^arn:aws:secretsmanager:x\|[0-9a-f-]{36}$")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "^orders-documents$")]
    [InlineData("aws:ssm/parameter:Parameter", "^/dr/main/orders$")]
    [InlineData("aws:iam/instanceProfile:InstanceProfile", "^orders-servers$")]
    [InlineData("aws:s3/bucketObjectv2:BucketObjectv2", "^orders-documents/canary/probe.zip$")]
    [InlineData("aws:backup/vault:Vault", "^orders$")]
    [InlineData("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "^orders-gap$")]
    [InlineData("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "^orders$")]
    [InlineData("aws:backup/plan:Plan", "^[0-9a-f-]{36}$")]
    [InlineData("aws:backup/selection:Selection", "^[0-9a-f-]{36}$")]
    [InlineData("aws:backup/restoreTestingPlan:RestoreTestingPlan", "^orders_weekly$")]
    [InlineData("aws:backup/restoreTestingSelection:RestoreTestingSelection", "^tables:orders_weekly$")]
    [InlineData("aws:backup/reportPlan:ReportPlan", "^orders_jobs$")]
    [InlineData("aws:backup/regionSettings:RegionSettings", "^eu-west-1$")]
    [InlineData("aws:backup/globalSettings:GlobalSettings", "^123456789012$")]
    [InlineData("aws:ram/resourceShare:ResourceShare", "^arn:aws:ram:eu-west-1:123456789012:resource-share/[0-9a-f-]{36}$")]
    [InlineData("aws:ram/resourceAssociation:ResourceAssociation", "^arn:share,arn:vault$")]
    [InlineData("aws:ram/principalAssociation:PrincipalAssociation", "^arn:share,210987654321$")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "^arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/orders/[0-9a-f]{16}$")]
    [InlineData("aws:lb/targetGroup:TargetGroup", "^arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/orders/[0-9a-f]{16}$")]
    [InlineData("aws:lb/listener:Listener", "^arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/net/orders/0123456789abcdef/[0-9a-f]{16}$")]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "^lt-[0-9a-f]{17}$")]
    [InlineData("aws:autoscaling/group:Group", "^orders$")]
    [InlineData("aws:autoscaling/policy:Policy", "^load$")]
    [InlineData("aws:route53/record:Record", "^Z1_orders.example.com_A_primary$")]
    [InlineData("aws:route53/healthCheck:HealthCheck", "^[0-9a-f-]{36}$")]
    [InlineData("aws:arcregionswitch/plan:Plan", "^arn:aws:arc-region-switch::123456789012:plan/orders:[a-z0-9]{6}$")]
    [InlineData("aws:cloudwatch/metricAlarm:MetricAlarm", "^orders replica lag$")]
    [InlineData("aws:cloudwatch/compositeAlarm:CompositeAlarm", "^orders down$")]
    [InlineData("aws:cloudwatch/dashboard:Dashboard", "^orders$")]
    [InlineData("aws:sqs/queue:Queue", "^https://sqs.eu-west-1.amazonaws.com/123456789012/orders$")]
    [InlineData("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "^https://sqs.eu-west-1.amazonaws.com/123456789012/orders$")]
    [InlineData("aws:sns/topic:Topic", "^arn:aws:sns:eu-west-1:123456789012:alerts$")]
    [InlineData("aws:sns/topicPolicy:TopicPolicy", "^arn:aws:sns:eu-west-1:123456789012:alerts$")]
    [InlineData("aws:sns/topicSubscription:TopicSubscription", "^arn:aws:sns:eu-west-1:123456789012:alerts:[0-9a-f-]{36}$")]
    [InlineData("aws:synthetics/canary:Canary", "^orders-west$")]
    [InlineData("aws:lambda/function:Function", "^orders-capacity$")]
    [InlineData("aws:ec2/capacityReservation:CapacityReservation", "^cr-[0-9a-f]{17}$")]
    [InlineData("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "^orders-nodes-[0-9a-f]{26}$")]
    [InlineData("aws:eks/cluster:Cluster", "^orders-cluster$")]
    [InlineData("aws:eks/addon:Addon", "^orders-cluster:metrics-server$")]
    [InlineData("aws:eks/accessEntry:AccessEntry", "^orders-cluster:arn:aws:iam::123456789012:role/orders-switch$")]
    [InlineData(
        "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        "^orders-cluster#arn:aws:iam::123456789012:role/orders-switch#arn:aws:eks::aws:cluster-access-policy/AmazonARCRegionSwitchScalingPolicy$")]
    [InlineData("aws:eks/podIdentityAssociation:PodIdentityAssociation", "^a-[a-z0-9]{17}$")]
    [InlineData("aws:ecr/repository:Repository", "^drinfra-main/orders$")]
    [InlineData("aws:ecr/replicationConfiguration:ReplicationConfiguration", "^123456789012$")]
    [InlineData("kubernetes:core/v1:Namespace", "^orders$")]
    [InlineData("kubernetes:apps/v1:Deployment", "^orders/orders-serving$")]
    [InlineData("kubernetes:storage.k8s.io/v1:StorageClass", "^encrypted$")]
    public void Id_HasTheShapeTheProviderGives(string token, string shape)
    {
        var answer = new TestCloud().Create(token, "sample", SampleInputs.ByType[token]);

        Assert.Matches(new Regex(shape), answer.Id);
    }

    [Theory]
    [InlineData("aws:backup/vault:Vault", "arn", "^arn:aws:backup:{region}:123456789012:backup-vault:orders$")]
    [InlineData("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "arn", "^arn:aws:backup:{region}:123456789012:backup-vault:orders-gap$")]
    [InlineData("aws:backup/vaultPolicy:VaultPolicy", "backupVaultArn", "^arn:aws:backup:{region}:123456789012:backup-vault:orders$")]
    [InlineData("aws:backup/plan:Plan", "arn", "^arn:aws:backup:{region}:123456789012:backup-plan:[0-9a-f-]{36}$")]
    [InlineData(
        "aws:backup/restoreTestingPlan:RestoreTestingPlan", "arn", "^arn:aws:backup:{region}:123456789012:restore-testing-plan:orders_weekly-[0-9a-f-]{36}$")]
    [InlineData("aws:backup/reportPlan:ReportPlan", "arn", "^arn:aws:backup:{region}:123456789012:report-plan:orders_jobs-[0-9a-f-]{36}$")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "dnsName", "^orders-[0-9a-f]{16}.elb.{region}.amazonaws.com$")]
    [InlineData("aws:autoscaling/group:Group", "arn", "^arn:aws:autoscaling:{region}:123456789012:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName/orders$")]
    [InlineData(
        "aws:autoscaling/policy:Policy", "arn",
        "^arn:aws:autoscaling:{region}:123456789012:scalingPolicy:[0-9a-f-]{36}:autoScalingGroupName/orders:policyName/load$")]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "arn", "^arn:aws:ec2:{region}:123456789012:launch-template/lt-[0-9a-f]{17}$")]
    [InlineData("aws:cloudwatch/metricAlarm:MetricAlarm", "arn", "^arn:aws:cloudwatch:{region}:123456789012:alarm:orders replica lag$")]
    [InlineData("aws:cloudwatch/compositeAlarm:CompositeAlarm", "arn", "^arn:aws:cloudwatch:{region}:123456789012:alarm:orders down$")]
    [InlineData("aws:eks/cluster:Cluster", "arn", "^arn:aws:eks:{region}:123456789012:cluster/orders-cluster$")]
    [InlineData("aws:eks/cluster:Cluster", "endpoint", "^https://[0-9A-F]{32}.gr7.{region}.eks.amazonaws.com$")]
    [InlineData("aws:eks/addon:Addon", "arn", "^arn:aws:eks:{region}:123456789012:addon/orders-cluster/metrics-server/[0-9a-f-]{36}$")]
    [InlineData(
        "aws:eks/accessEntry:AccessEntry", "accessEntryArn",
        "^arn:aws:eks:{region}:123456789012:access-entry/orders-cluster/role/123456789012/orders-switch/[0-9a-f-]{36}$")]
    [InlineData("aws:ecr/repository:Repository", "repositoryUrl", "^123456789012.dkr.ecr.{region}.amazonaws.com/drinfra-main/orders$")]
    [InlineData("aws:ec2/capacityReservation:CapacityReservation", "arn", "^arn:aws:ec2:{region}:123456789012:capacity-reservation/cr-[0-9a-f]{17}$")]
    [InlineData("aws:synthetics/canary:Canary", "arn", "^arn:aws:synthetics:{region}:123456789012:canary:orders-west$")]
    [InlineData("aws:synthetics/canary:Canary", "engineArn", "^arn:aws:lambda:{region}:123456789012:function:cwsyn-orders-west-[0-9a-f-]{36}:1$")]
    public void ArnOfARegionalResource_NamesTheRegionOfItsProvider(string token, string output, string shape)
    {
        var cloud = new TestCloud();

        var west = (string)cloud.CreateIn("west", token, "west", SampleInputs.ByType[token]).Outputs[output];
        var central = (string)cloud.CreateIn("central", token, "central", SampleInputs.ByType[token]).Outputs[output];

        Assert.Matches(shape.Change("{region}", TestCloud.West), west);
        Assert.Matches(shape.Change("{region}", TestCloud.Central), central);
    }

    [Theory]
    [InlineData("aws:iam/instanceProfile:InstanceProfile", "arn", "^arn:aws:iam::123456789012:instance-profile/orders-servers$")]
    [InlineData("aws:route53/healthCheck:HealthCheck", "arn", "^arn:aws:route53:::healthcheck/[0-9a-f-]{36}$")]
    [InlineData("aws:arcregionswitch/plan:Plan", "arn", "^arn:aws:arc-region-switch::123456789012:plan/orders:[a-z0-9]{6}$")]
    [InlineData("aws:cloudwatch/dashboard:Dashboard", "dashboardArn", "^arn:aws:cloudwatch::123456789012:dashboard/orders$")]
    public void ArnOfAnAccountsResource_NamesNoRegion(string token, string output, string shape)
    {
        Assert.Matches(shape, (string)new TestCloud().CreateIn("central", token, "sample", SampleInputs.ByType[token]).Outputs[output]);
    }

    private static IEnumerable<(string Name, bool Optional)> OutputsOf(string token)
    {
        var nullability = new NullabilityInfoContext();
        return Classes[token]
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(found => found.Output is not null && found.Output.Name is not (null or "id" or "urn"))
            .Select(found => (found.Output!.Name!, nullability.Create(found.Property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }]));
    }

    private static SortedDictionary<string, string> Described(DrInfra.Drctl.Emulation.EmulatedResource resource) =>
        new(resource.Outputs.ToDictionary(output => output.Key, output => Described(output.Value)), StringComparer.Ordinal);

    private static string Described(object value) => value switch
    {
        string text => text,
        IReadOnlyDictionary<string, object> map =>
            string.Join(';', map.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={Described(member.Value)}")),
        System.Collections.IEnumerable list => string.Join(',', list.Cast<object>().Select(Described)),
        Output<string> => "(secret)",
        _ => value.ToString()!,
    };
}
