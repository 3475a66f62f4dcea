namespace DrInfra.Policies.Rules.Network.Likeness;

/// <summary>Types without which a Region cannot serve, be reached, be watched or be restored into.</summary>
internal static class NeededInBothRegions
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/routeTable:RouteTable", "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/route:Route", "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway", "aws:ec2/eip:Eip",
        "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        "aws:ec2/securityGroupRule:SecurityGroupRule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "aws:ec2/flowLog:FlowLog", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:lb/loadBalancer:LoadBalancer", "aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule", "aws:lb/targetGroup:TargetGroup",
        "aws:autoscaling/group:Group", "aws:autoscaling/policy:Policy", "aws:autoscaling/lifecycleHook:LifecycleHook",
        "aws:appautoscaling/target:Target", "aws:appautoscaling/policy:Policy", "aws:ecs/cluster:Cluster", "aws:ecs/service:Service",
        "aws:ecs/taskDefinition:TaskDefinition", "aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup", "aws:eks/addon:Addon",
        "aws:lambda/function:Function", "aws:lambda/permission:Permission", "aws:lambda/eventSourceMapping:EventSourceMapping",
        "aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/instanceProfile:InstanceProfile",
        "aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/alias:Alias",
        "aws:rds/cluster:Cluster", "aws:rds/subnetGroup:SubnetGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup", "aws:rds/parameterGroup:ParameterGroup",
        "aws:s3/bucket:Bucket", "aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucketVersioning:BucketVersioning",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketObjectv2:BucketObjectv2", "aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription",
        "aws:cloudwatch/compositeAlarm:CompositeAlarm", "aws:cloudwatch/eventRule:EventRule", "aws:cloudwatch/eventTarget:EventTarget",
        "aws:synthetics/canary:Canary", "aws:ssm/parameter:Parameter", "aws:backup/vault:Vault", "aws:backup/vaultPolicy:VaultPolicy",
        "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "aws:backup/regionSettings:RegionSettings",
    };

    public static bool Contains(string type) => Types.Contains(type);
}
