using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

/// <summary>Every type that the shipped program may declare, with inputs such as it gives.</summary>
internal static class SampleInputs
{
    public static IReadOnlyDictionary<string, (string Name, object Value)[]> ByType { get; } = new Dictionary<string, (string Name, object Value)[]>
    {
        ["aws:kms/key:Key"] = [Input("enableKeyRotation", true), Input("multiRegion", true)],
        ["aws:kms/alias:Alias"] = [Input("name", "alias/orders"), Input("targetKeyId", "11111111-2222-4333-a444-555555555555")],
        ["aws:kms/replicaKey:ReplicaKey"] = [Input("primaryKeyArn", $"arn:aws:kms:{Central}:{AccountId}:key/mrk-0123")],
        ["aws:ec2/vpc:Vpc"] = [Input("cidrBlock", "10.1.0.0/16"), Input("enableDnsHostnames", true)],
        ["aws:ec2/subnet:Subnet"] = [Input("cidrBlock", "10.1.1.0/24"), Input("vpcId", "vpc-1"), Input("availabilityZone", $"{West}b")],
        ["aws:ec2/internetGateway:InternetGateway"] = [Input("vpcId", "vpc-1")],
        ["aws:ec2/natGateway:NatGateway"] = [Input("subnetId", "subnet-1"), Input("allocationId", "eipalloc-1")],
        ["aws:ec2/eip:Eip"] = [Input("domain", "vpc")],
        ["aws:ec2/routeTable:RouteTable"] = [Input("vpcId", "vpc-1")],
        ["aws:ec2/route:Route"] = [Input("routeTableId", "rtb-1"), Input("destinationCidrBlock", "0.0.0.0/0")],
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = [Input("routeTableId", "rtb-1"), Input("subnetId", "subnet-1")],
        ["aws:ec2/securityGroup:SecurityGroup"] = [Input("name", "orders"), Input("vpcId", "vpc-1")],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] =
            [Input("vpcId", "vpc-1"), Input("serviceName", $"com.amazonaws.{West}.secretsmanager"), Input("vpcEndpointType", "Interface"),
                Input("subnetIds", List("subnet-1", "subnet-2"))],
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = [Input("vpcId", "vpc-1")],
        ["aws:ec2/flowLog:FlowLog"] = [Input("vpcId", "vpc-1"), Input("trafficType", "ALL")],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = [Input("securityGroupId", "sg-1"), Input("ipProtocol", "tcp")],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = [Input("securityGroupId", "sg-1"), Input("ipProtocol", "tcp")],
        ["aws:cloudwatch/logGroup:LogGroup"] = [Input("name", "/orders/flow"), Input("retentionInDays", 30.0)],
        ["aws:iam/role:Role"] = [Input("name", "orders-replication"), Input("assumeRolePolicy", "{}")],
        ["aws:iam/rolePolicy:RolePolicy"] = [Input("name", "replicate"), Input("role", "orders-replication"), Input("policy", "{}")],
        ["aws:rds/globalCluster:GlobalCluster"] =
            [Input("globalClusterIdentifier", "orders"), Input("engine", "aurora-postgresql"), Input("engineVersion", "16.6")],
        ["aws:rds/cluster:Cluster"] =
            [Input("clusterIdentifier", "orders-a"), Input("engine", "aurora-postgresql"), Input("engineVersion", "16.6"), Input("masterUsername", "admin"),
                Input("masterPassword", "x")],
        ["aws:rds/clusterInstance:ClusterInstance"] =
            [Input("identifier", "orders-a-1"), Input("clusterIdentifier", "orders-a"), Input("engine", "aurora-postgresql"),
                Input("instanceClass", "db.r7g.large")],
        ["aws:rds/clusterParameterGroup:ClusterParameterGroup"] = [Input("name", "orders"), Input("family", "aurora-postgresql16")],
        ["aws:rds/subnetGroup:SubnetGroup"] = [Input("name", "orders"), Input("subnetIds", List("subnet-1", "subnet-2"))],
        ["aws:secretsmanager/secret:Secret"] = [Input("name", "orders/password"), Input("replicas", List(Map(("region", Central))))],
        ["aws:secretsmanager/secretVersion:SecretVersion"] = [Input("secretId", "arn:aws:secretsmanager:x"), Input("secretString", "x")],
        ["aws:dynamodb/table:Table"] =
            [Input("name", "carts"), Input("hashKey", "id"), Input("attributes", List(Map(("name", "id"), ("type", "S")))),
                Input("billingMode", "PAY_PER_REQUEST"), Input("streamEnabled", true), Input("replicas", List(Map(("regionName", Central))))],
        ["aws:s3/bucket:Bucket"] = [Input("bucket", "orders-documents")],
        ["aws:s3/accessPoint:AccessPoint"] = [Input("name", "orders"), Input("bucket", "orders-documents")],
        ["aws:glue/catalogDatabase:CatalogDatabase"] = [Input("name", "orders"), Input("locationUri", "s3://orders-documents/")],
        ["aws:glue/catalogTable:CatalogTable"] = [Input("name", "lines"), Input("databaseName", "orders"), Input("tableType", "EXTERNAL_TABLE"),
            Input("parameters", Map(("EXTERNAL", "TRUE"))), Input("storageDescriptor", Map(("location", "s3://orders-documents/lines/")))],
        ["aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings"] =
            [Input("dataCatalogEncryptionSettings", Map(("encryptionAtRest", Map(("catalogEncryptionMode", "SSE-KMS")))))],
        ["aws:glue/registry:Registry"] = [Input("registryName", "orders")],
        ["aws:s3/bucketVersioning:BucketVersioning"] = [Input("bucket", "orders-documents"), Input("versioningConfiguration", Map(("status", "Enabled")))],
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] =
        [
            Input("bucket", "orders-documents"), Input("rules", List()),
        ],
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = [Input("bucket", "orders-documents")],
        ["aws:s3/bucketPolicy:BucketPolicy"] = [Input("bucket", "orders-documents"), Input("policy", "{}")],
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] =
        [
            Input("bucket", "orders-documents"), Input("rule", Map(("objectOwnership", "BucketOwnerEnforced"))),
        ],
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = [Input("bucket", "orders-documents"), Input("rules", List())],
        ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"] =
        [
            Input("bucket", "orders-documents"), Input("role", "arn:aws:iam::1:role/r"), Input("rules", List()),
        ],
        ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"] = [Input("bucket", "orders-documents")],
        ["aws:ssm/parameter:Parameter"] = [Input("name", "/dr/main/orders"), Input("type", "String"), Input("insecureValue", "{}")],
        ["aws:iam/instanceProfile:InstanceProfile"] = [Input("name", "orders-servers"), Input("role", "orders-servers")],
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = [Input("bucket", "orders-documents"), Input("key", "canary/probe.zip"), Input("content", "x")],
        ["aws:backup/vault:Vault"] = [Input("name", "orders"), Input("kmsKeyArn", $"arn:aws:kms:{West}:{AccountId}:key/mrk-0123")],
        ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"] =
        [
            Input("name", "orders-gap"), Input("minRetentionDays", 7.0), Input("maxRetentionDays", 90.0),
        ],
        ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"] =
        [
            Input("backupVaultName", "orders"), Input("minRetentionDays", 7.0), Input("maxRetentionDays", 90.0),
        ],
        ["aws:backup/vaultPolicy:VaultPolicy"] = [Input("backupVaultName", "orders"), Input("policy", "{}")],
        ["aws:backup/vaultNotifications:VaultNotifications"] =
            [Input("backupVaultName", "orders"), Input("backupVaultEvents", List("COPY_JOB_FAILED")),
                Input("snsTopicArn", $"arn:aws:sns:{West}:{AccountId}:alerts")],
        ["aws:backup/plan:Plan"] =
        [
            Input("name", "orders"), Input("rules", List(Map(("ruleName", "hourly"), ("targetVaultName", "orders"), ("startWindow", 90.0)))),
        ],
        ["aws:backup/selection:Selection"] = [Input("name", "orders"), Input("planId", "plan-1"), Input("iamRoleArn", "arn:aws:iam::1:role/backup")],
        ["aws:backup/restoreTestingPlan:RestoreTestingPlan"] =
            [Input("name", "orders_weekly"), Input("scheduleExpression", "cron(0 5 ? * 1 *)"),
                Input(
                    "recoveryPointSelection",
                    Map(("algorithm", "LATEST_WITHIN_WINDOW"), ("includeVaults", List("*")), ("recoveryPointTypes", List("SNAPSHOT"))))],
        ["aws:backup/restoreTestingSelection:RestoreTestingSelection"] =
            [Input("name", "tables"), Input("restoreTestingPlanName", "orders_weekly"), Input("protectedResourceType", "DynamoDB"),
                Input("protectedResourceArns", List("*")), Input("iamRoleArn", "arn:aws:iam::1:role/restore")],
        ["aws:backup/reportPlan:ReportPlan"] =
            [Input("name", "orders_jobs"), Input("reportDeliveryChannel", Map(("s3BucketName", "reports"))),
                Input("reportSetting", Map(("reportTemplate", "RESTORE_JOB_REPORT")))],
        ["aws:backup/regionSettings:RegionSettings"] = [Input("resourceTypeOptInPreference", Map(("DynamoDB", true)))],
        ["aws:backup/globalSettings:GlobalSettings"] = [Input("globalSettings", Map(("isCrossAccountBackupEnabled", "true")))],
        ["aws:ram/resourceShare:ResourceShare"] = [Input("name", "orders-gap")],
        ["aws:ram/resourceAssociation:ResourceAssociation"] = [Input("resourceShareArn", "arn:share"), Input("resourceArn", "arn:vault")],
        ["aws:ram/principalAssociation:PrincipalAssociation"] = [Input("resourceShareArn", "arn:share"), Input("principal", "210987654321")],
        ["aws:lb/loadBalancer:LoadBalancer"] =
        [
            Input("name", "orders"), Input("loadBalancerType", "network"), Input("internal", true), Input("subnets", List("subnet-1", "subnet-2")),
        ],
        ["aws:lb/targetGroup:TargetGroup"] =
        [
            Input("name", "orders"), Input("port", 8080.0), Input("protocol", "TCP"), Input("targetType", "instance"), Input("vpcId", "vpc-1"),
        ],
        ["aws:lb/listener:Listener"] =
            [Input("loadBalancerArn", $"arn:aws:elasticloadbalancing:{West}:{AccountId}:loadbalancer/net/orders/0123456789abcdef"), Input("port", 80.0),
                Input("protocol", "TCP"), Input("defaultActions", List(Map(("type", "forward"), ("targetGroupArn", "arn:group"))))],
        ["aws:ec2/launchTemplate:LaunchTemplate"] =
        [
            Input("name", "orders"), Input("imageId", "ami-1"), Input("metadataOptions", Map(("httpTokens", "required"))),
        ],
        ["aws:autoscaling/group:Group"] =
            [Input("name", "orders"), Input("minSize", 0.0), Input("maxSize", 6.0), Input("desiredCapacity", 2.0),
                Input("vpcZoneIdentifiers", List("subnet-1")), Input("launchTemplate", Map(("id", "lt-1"), ("version", "1")))],
        ["aws:autoscaling/policy:Policy"] = [Input("name", "load"), Input("autoscalingGroupName", "orders"), Input("policyType", "TargetTrackingScaling")],
        ["aws:route53/record:Record"] =
            [Input("zoneId", "Z1"), Input("name", "Orders.example.com"), Input("type", "A"), Input("setIdentifier", "primary"),
                Input("failoverRoutingPolicies", List(Map(("type", "PRIMARY")))),
                Input("aliases", List(Map(("name", "x.elb.amazonaws.com"), ("zoneId", "Z2"), ("evaluateTargetHealth", true))))],
        ["aws:route53/healthCheck:HealthCheck"] = [Input("type", "HTTPS"), Input("fqdn", "orders.example.com"), Input("referenceName", "orders")],
        ["aws:arcregionswitch/plan:Plan"] =
            [Input("name", "orders"), Input("executionRole", "arn:aws:iam::1:role/switch"), Input("recoveryApproach", "activePassive"),
                Input("primaryRegion", West), Input("regions", List(West, Central))],
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] =
        [
            Input("name", "orders replica lag"), Input("comparisonOperator", "GreaterThanThreshold"), Input("evaluationPeriods", 3.0),
        ],
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = [Input("alarmName", "orders down"), Input("alarmRule", "ALARM(x)")],
        ["aws:cloudwatch/dashboard:Dashboard"] = [Input("dashboardName", "orders"), Input("dashboardBody", "{}")],
        ["aws:sqs/queue:Queue"] = [Input("name", "orders")],
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] =
        [
            Input("queueUrl", $"https://sqs.{West}.amazonaws.com/{AccountId}/orders"), Input("redriveAllowPolicy", "{}"),
        ],
        ["aws:sns/topic:Topic"] = [Input("name", "alerts")],
        ["aws:sns/topicPolicy:TopicPolicy"] = [Input("arn", $"arn:aws:sns:{West}:{AccountId}:alerts"), Input("policy", "{}")],
        ["aws:sns/topicSubscription:TopicSubscription"] =
        [
            Input("topic", $"arn:aws:sns:{West}:{AccountId}:alerts"), Input("protocol", "email"), Input("endpoint", "ops@example.com"),
        ],
        ["aws:synthetics/canary:Canary"] =
            [Input("name", "orders-west"), Input("artifactS3Location", "s3://canaries/orders"), Input("executionRoleArn", "arn:aws:iam::1:role/canary"),
                Input("handler", "probe.handler"), Input("runtimeVersion", "syn-nodejs-puppeteer-9.1"),
                Input("schedule", Map(("expression", "rate(1 minute)"))), Input("startCanary", true)],
        ["aws:lambda/function:Function"] =
            [Input("name", "orders-capacity"), Input("role", "arn:aws:iam::1:role/capacity"), Input("runtime", "python3.13"),
                Input("handler", "capacity.handler"), Input("s3Bucket", "orders-documents"), Input("s3Key", "code/capacity.zip")],
        ["aws:ec2/capacityReservation:CapacityReservation"] =
        [
            Input("availabilityZone", $"{West}a"), Input("instanceCount", 2.0), Input("instancePlatform", "Linux/UNIX"), Input("instanceType", "m7g.large"),
        ],
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] =
        [
            Input("role", "orders-nodes"), Input("policyArn", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy"),
        ],
        ["aws:eks/cluster:Cluster"] =
            [Input("name", "orders-cluster"), Input("roleArn", "arn:aws:iam::1:role/cluster"), Input("version", "1.34"),
                Input("bootstrapSelfManagedAddons", false), Input("computeConfig", Map(("enabled", true), ("nodePools", List()))),
                Input("storageConfig", Map(("blockStorage", Map(("enabled", true))))),
                Input("kubernetesNetworkConfig", Map(("elasticLoadBalancing", Map(("enabled", true))))),
                Input("accessConfig", Map(("authenticationMode", "API"))), Input("vpcConfig", Map(("subnetIds", List("subnet-1", "subnet-2")))),
                Input("deletionProtection", true), Input("enabledClusterLogTypes", List("api", "audit"))],
        ["aws:eks/addon:Addon"] =
        [
            Input("clusterName", "orders-cluster"), Input("addonName", "metrics-server"), Input("configurationValues", "{\"replicas\":2}"),
        ],
        ["aws:eks/accessEntry:AccessEntry"] =
        [
            Input("clusterName", "orders-cluster"), Input("principalArn", $"arn:aws:iam::{AccountId}:role/orders-switch"), Input("type", "STANDARD"),
        ],
        ["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"] =
            [Input("clusterName", "orders-cluster"), Input("principalArn", $"arn:aws:iam::{AccountId}:role/orders-switch"),
                Input("policyArn", "arn:aws:eks::aws:cluster-access-policy/AmazonARCRegionSwitchScalingPolicy"),
                Input("accessScope", Map(("type", "namespace"), ("namespaces", List("orders"))))],
        ["aws:eks/podIdentityAssociation:PodIdentityAssociation"] =
            [Input("clusterName", "orders-cluster"), Input("namespace", "orders"), Input("serviceAccount", "orders-serving"),
                Input("roleArn", $"arn:aws:iam::{AccountId}:role/orders-serving")],
        ["aws:ecr/repository:Repository"] = [Input("name", "drinfra-main/orders"), Input("imageTagMutability", "IMMUTABLE")],
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = [Input("repository", "drinfra-main/orders"), Input("policy", "{}")],
        ["aws:ecr/replicationConfiguration:ReplicationConfiguration"] =
            [Input("replicationConfiguration", Map(("rules", List(Map(
                ("destinations", List(Map(("region", Central), ("registryId", AccountId)))),
                ("repositoryFilters", List(Map(("filter", "drinfra-main/"), ("filterType", "PREFIX_MATCH")))))))))],
        ["aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration"] = [Input("scanType", "ENHANCED")],
        ["kubernetes:apps/v1:Deployment"] =
            Object("apps/v1", "Deployment", Named("orders-serving", "orders"), Input("spec", Map(
                ("selector", Map(("matchLabels", Map(("app", "orders"))))),
                ("template", Map(("metadata", Map(("labels", Map(("app", "orders")))))))))),
        ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler"] =
            Object("autoscaling/v2", "HorizontalPodAutoscaler", Named("orders-serving", "orders"),
                Input("spec", Map(("minReplicas", 3.0), ("maxReplicas", 9.0)))),
        ["kubernetes:core/v1:ConfigMap"] =
            Object("v1", "ConfigMap", Named("amazon-vpc-cni", "kube-system"), Input("data", Map(("enable-network-policy-controller", "true"))),
                Input("immutable", false), Input("binaryData", Map())),
        ["kubernetes:core/v1:LimitRange"] = Object("v1", "LimitRange", Named("orders", "orders"), Input("spec", Map(("limits", List())))),
        ["kubernetes:core/v1:Namespace"] = Object("v1", "Namespace", Named("orders", null)),
        ["kubernetes:core/v1:ResourceQuota"] = Object("v1", "ResourceQuota", Named("orders", "orders"), Input("spec", Map(("hard", Map(("pods", "12")))))),
        ["kubernetes:core/v1:Service"] = Object("v1", "Service", Named("orders-serving", "orders"), Input("spec", Map(("selector", Map(("app", "orders")))))),
        ["kubernetes:core/v1:ServiceAccount"] =
            Object("v1", "ServiceAccount", Named("orders-serving", "orders"), Input("automountServiceAccountToken", false), Input("imagePullSecrets", List()),
                Input("secrets", List())),
        ["kubernetes:networking.k8s.io/v1:NetworkPolicy"] =
            Object("networking.k8s.io/v1", "NetworkPolicy", Named("default-deny", "orders"), Input("spec", Map(("podSelector", Map())))),
        ["kubernetes:policy/v1:PodDisruptionBudget"] =
            Object("policy/v1", "PodDisruptionBudget", Named("orders-serving", "orders"), Input("spec", Map(("maxUnavailable", 1.0)))),
        ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRole"] =
            Object("rbac.authorization.k8s.io/v1", "ClusterRole", Named("orders:reader", null), Input("rules", List()), Input("aggregationRule", Map())),
        ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding"] =
            Object("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", Named("orders:reader", null), Input("roleRef", Map(("name", "orders:reader"))),
                Input("subjects", List())),
        ["kubernetes:rbac.authorization.k8s.io/v1:Role"] =
            Object("rbac.authorization.k8s.io/v1", "Role", Named("reader", "orders"), Input("rules", List())),
        ["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"] =
            Object("rbac.authorization.k8s.io/v1", "RoleBinding", Named("reader", "orders"), Input("roleRef", Map(("name", "reader"))),
                Input("subjects", List())),
        ["kubernetes:scheduling.k8s.io/v1:PriorityClass"] =
            Object("scheduling.k8s.io/v1", "PriorityClass", Named("mission-critical", null), Input("value", 1000000.0), Input("description", "x"),
                Input("globalDefault", false)),
        ["kubernetes:storage.k8s.io/v1:StorageClass"] =
            Object("storage.k8s.io/v1", "StorageClass", Named("encrypted", null), Input("provisioner", "ebs.csi.eks.amazonaws.com"),
                Input("parameters", Map(("type", "gp3"))), Input("allowVolumeExpansion", true), Input("allowedTopologies", List()),
                Input("mountOptions", List())),
        ["random:index/randomPassword:RandomPassword"] = [Input("length", 32.0)],
    };

    private static (string Name, object Value)[] Object(string version, string kind, (string Name, object Value) metadata, params (string, object)[] rest) =>
        [Input("apiVersion", version), Input("kind", kind), metadata, .. rest];

    private static (string Name, object Value) Named(string name, string? space) =>
        Input("metadata", space is null ? Map(("name", name)) : Map(("name", name), ("namespace", space)));
}
