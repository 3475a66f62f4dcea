namespace DrInfra.Tests.Mutants.Exempt;

/// <summary>Places of services that the shipped stacks do not have.</summary>
public static class ServiceExemptions
{
    private const string Name = "Others follow it by reference; the name is no contract.";
    private const string Administrator = "A first password and user are refused by the service where they do not fit, and change no recovery.";
    private const string Size = "How large it is says nothing of how it recovers; where it stands twice, the two are compared.";
    private const string Outside = "It names what is outside of the graph, and the service refuses what does not exist.";
    private const string Label = "A text for people.";
    private const string Answer = "What a container answers where is in its image, not in the program.";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("*:Cluster clusterIdentifier", Name),
        new("*:GlobalCluster globalClusterIdentifier", Name),
        new("*:SubnetGroup name", Name),
        new("*:Instance identifier", Name),
        new("*:ReplicationGroup replicationGroupId", Name),
        new("*:GlobalReplicationGroup globalReplicationGroupIdSuffix", Name),
        new("*:Queue name", Name),
        new("*:Stream name", Name),
        new("*:Domain domainName", Name),
        new("*:Table tableName", Name),
        new("*:Accelerator name", Name),
        new("*:Configuration name", Name),
        new("*:Replicator replicatorName", Name),
        new("*:Cluster clusterName", Name),
        new("*:SnapshotCopyGrant snapshotCopyGrantName", Name),
        new("*:SnapshotSchedule identifier", Name),
        new("*:Cluster databaseName", Name),
        new("*:ControlPanel name", Name),
        new("*:RoutingControl name", Name),
        new("*:SafetyRule name", Name),
        new("aws:route53recoverycontrol/cluster:Cluster name", Name),
        new("*:OutboundConnection connectionAlias", Label),
        new("*:ReplicationGroup description", Label),
        new("*:Cluster masterUsername", Administrator),
        new("*:Cluster manageMasterUserPassword", Administrator),
        new("*:Cluster manageMasterPassword", Administrator),
        new("aws:redshift/cluster:Cluster nodeType", Size),
        new("aws:redshift/cluster:Cluster numberOfNodes", Size),
        new("aws:rds/instance:Instance instanceClass", Size),
        new("aws:opensearch/domain:Domain clusterConfig.instanceType", Size),
        new("aws:opensearch/domain:Domain clusterConfig.dedicatedMasterType", Size),
        new("aws:msk/cluster:Cluster brokerNodeGroupInfo.instanceType", Size),
        new("aws:opensearch/outboundConnection:OutboundConnection localDomainInfo.ownerId", Outside),
        new("aws:opensearch/outboundConnection:OutboundConnection remoteDomainInfo.ownerId", Outside),
        new("aws:msk/replicator:Replicator serviceExecutionRoleArn", Outside),
        new("aws:ecr/replicationConfiguration:ReplicationConfiguration replicationConfiguration.rules[].destinations[].registryId", "A registry of another account in the other Region is a copy too, and a safer one."),
        new("aws:ecr/replicationConfiguration:ReplicationConfiguration replicationConfiguration.rules[].repositoryFilters*", "Without a filter, or with one that takes more, more is copied; one that takes less is noticed."),
        new("aws:ecr/repository:Repository (deleted)", "The registry makes the repository in the other Region with the first image that it copies there."),
        new("aws:ecr/repository:Repository name", "The registry makes the repository in the other Region with the first image that it copies there."),
        new("aws:ecr/repository:Repository encryptionConfigurations*", "Images are encrypted by the service where no key is named, and a replica is encrypted by its own repository."),
        new("aws:sqs/queue:Queue kmsMasterKeyId", "Messages are encrypted by the service where no key is named."),
        new("aws:elasticache/replicationGroup:ReplicationGroup snapshotWindow", "The window places the daily snapshot; its length is in the figures."),
        new("aws:msk/cluster:Cluster encryptionInfo.encryptionInTransit", "Encrypted is what holds where nothing is stated."),
        new("aws:msk/replicator:Replicator replicationInfoList.targetCompressionType", "Compressed or not, the same records arrive."),
        new("aws:msk/replicator:Replicator tags*", "Tags of what holds no data change no recovery."),
        new("aws:rds/subnetGroup:SubnetGroup tags*", "Tags of what holds no data change no recovery."),
        new("aws:redshift/snapshotCopyGrant:SnapshotCopyGrant tags*", "Tags of what holds no data change no recovery."),
        new("aws:redshift/snapshotSchedule:SnapshotSchedule tags*", "Tags of what holds no data change no recovery."),
        new("aws:route53recoverycontrol/safetyRule:SafetyRule waitPeriodMs", "Up to a minute it only spaces two changes; a longer one is noticed."),
        new("aws:route53recoverycontrol/cluster:Cluster tags*", "Tags of what holds no data change no recovery."),
        new("aws:route53recoverycontrol/controlPanel:ControlPanel tags*", "Tags of what holds no data change no recovery."),
        new("aws:route53recoverycontrol/safetyRule:SafetyRule tags*", "Tags of what holds no data change no recovery."),
        new("aws:globalaccelerator/accelerator:Accelerator tags*", "Tags of what holds no data change no recovery."),
        new("kubernetes:apps/v1:Deployment spec.replicas", "An autoscaler decides where there is one."),
        new("kubernetes:autoscaling/v2:HorizontalPodAutoscaler (deleted)", "Without it as many pods run as the deployment says."),
        new("kubernetes:autoscaling/v2:HorizontalPodAutoscaler metadata.name", Name),
        new("kubernetes:autoscaling/v2:HorizontalPodAutoscaler spec.scaleTargetRef.apiVersion", "Kind and name tell what is meant; the server refuses a version that it does not have."),
        new("kubernetes:policy/v1:PodDisruptionBudget metadata.name", Name),
        new("kubernetes:policy/v1:PodDisruptionBudget spec.selector.matchLabels", "An empty selector takes all pods of the namespace."),
        new("kubernetes:core/v1:Namespace metadata*", Name),
        new("kubernetes:apps/v1:Deployment spec.template.spec.containers[].name", Name),
        new("kubernetes:apps/v1:Deployment spec.template.spec.containers[].livenessProbe.httpGet*", Answer),
        new("kubernetes:apps/v1:Deployment spec.template.spec.containers[].readinessProbe.httpGet*", Answer),
        new("kubernetes:apps/v1:Deployment spec.template.spec.containers[].resources.requests.memory", "What is limited and not requested is requested as much."),
        new("kubernetes:apps/v1:Deployment spec.template.spec.topologySpreadConstraints[].whenUnsatisfiable", "The server refuses a word that it does not know; both that it knows spread."),
    ];
}
