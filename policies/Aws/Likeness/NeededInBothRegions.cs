using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Aws.Vpc;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>Types without which a Region cannot serve, be reached, be watched or be restored into.</summary>
internal static class NeededInBothRegions
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        Ec2Types.Vpc, Ec2Types.Subnet, Ec2Types.RouteTable, Ec2Types.RouteTableAssociation,
        Ec2Types.Route, Ec2Types.InternetGateway, Ec2Types.NatGateway, Ec2Types.Eip,
        Ec2Types.VpcEndpoint, Ec2Types.SecurityGroup, Ec2Types.DefaultSecurityGroup,
        Ec2Types.SecurityGroupRule, VpcTypes.SecurityGroupIngressRule,
        VpcTypes.SecurityGroupEgressRule, Ec2Types.FlowLog, Ec2Types.LaunchTemplate,
        LoadBalancingTypes.LoadBalancer, LoadBalancingTypes.Listener, LoadBalancingTypes.ListenerRule, LoadBalancingTypes.TargetGroup,
        AutoScalingTypes.Group, AutoScalingTypes.Policy, AutoScalingTypes.LifecycleHook,
        ApplicationAutoScalingTypes.Target, ApplicationAutoScalingTypes.Policy, EcsTypes.Cluster, EcsTypes.Service,
        EcsTypes.TaskDefinition, EksTypes.Cluster, EksTypes.NodeGroup, EksTypes.Addon,
        LambdaTypes.Function, LambdaTypes.Permission, LambdaTypes.EventSourceMapping,
        IamTypes.Role, IamTypes.RolePolicy, IamTypes.RolePolicyAttachment, IamTypes.InstanceProfile,
        KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.Alias,
        RdsTypes.Cluster, RdsTypes.SubnetGroup, RdsTypes.ClusterParameterGroup, RdsTypes.ParameterGroup,
        S3Types.Bucket, S3Types.BucketPolicy, S3Types.BucketVersioning,
        S3Types.BucketPublicAccessBlock, S3Types.BucketReplicationConfig,
        S3Types.BucketServerSideEncryptionConfiguration,
        S3Types.BucketOwnershipControls, S3Types.BucketLifecycleConfiguration,
        S3Types.BucketObjectv2, SnsTypes.Topic, SnsTypes.TopicPolicy, SnsTypes.TopicSubscription,
        CloudWatchTypes.CompositeAlarm, CloudWatchTypes.EventRule, CloudWatchTypes.EventTarget,
        SyntheticsTypes.Canary, SsmTypes.Parameter, BackupTypes.Vault, BackupTypes.VaultPolicy,
        BackupTypes.LogicallyAirGappedVault, BackupTypes.RegionSettings,
        EksTypes.AccessEntry, EksTypes.AccessPolicyAssociation, EksTypes.FargateProfile,
    };

    // What a cluster runs, and what it runs it by.
    private static readonly HashSet<string> InClusters = new(
        [
            .. Pods.Serving, .. Services.Types, .. TargetGroupBinding.Types, .. PodScalers.Types, .. DisruptionBudgets.Types, .. Quotas.Types,
            .. PodRequests.LimitRanges, .. NetworkPolicies.Types, .. NodePool.Types, .. NodeClass.Types, Pods.Namespace,
        ],
        StringComparer.Ordinal);

    public static bool Contains(string type) => Types.Contains(type) || InClusters.Contains(type);
}
