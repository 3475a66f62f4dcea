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
            [Input("vpcId", "vpc-1"), Input("serviceName", $"com.amazonaws.{West}.secretsmanager"), Input("vpcEndpointType", "Interface"), Input("subnetIds", List("subnet-1", "subnet-2"))],
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
            [Input("clusterIdentifier", "orders-a"), Input("engine", "aurora-postgresql"), Input("engineVersion", "16.6"), Input("masterUsername", "admin"), Input("masterPassword", "x")],
        ["aws:rds/clusterInstance:ClusterInstance"] =
            [Input("identifier", "orders-a-1"), Input("clusterIdentifier", "orders-a"), Input("engine", "aurora-postgresql"), Input("instanceClass", "db.r7g.large")],
        ["aws:rds/clusterParameterGroup:ClusterParameterGroup"] = [Input("name", "orders"), Input("family", "aurora-postgresql16")],
        ["aws:rds/subnetGroup:SubnetGroup"] = [Input("name", "orders"), Input("subnetIds", List("subnet-1", "subnet-2"))],
        ["aws:secretsmanager/secret:Secret"] = [Input("name", "orders/password"), Input("replicas", List(Map(("region", Central))))],
        ["aws:secretsmanager/secretVersion:SecretVersion"] = [Input("secretId", "arn:aws:secretsmanager:x"), Input("secretString", "x")],
        ["aws:dynamodb/table:Table"] =
            [Input("name", "carts"), Input("hashKey", "id"), Input("attributes", List(Map(("name", "id"), ("type", "S")))), Input("billingMode", "PAY_PER_REQUEST"), Input("streamEnabled", true), Input("replicas", List(Map(("regionName", Central))))],
        ["aws:s3/bucket:Bucket"] = [Input("bucket", "orders-documents")],
        ["aws:s3/bucketVersioning:BucketVersioning"] = [Input("bucket", "orders-documents"), Input("versioningConfiguration", Map(("status", "Enabled")))],
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = [Input("bucket", "orders-documents"), Input("rules", List())],
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = [Input("bucket", "orders-documents")],
        ["aws:s3/bucketPolicy:BucketPolicy"] = [Input("bucket", "orders-documents"), Input("policy", "{}")],
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = [Input("bucket", "orders-documents"), Input("rule", Map(("objectOwnership", "BucketOwnerEnforced")))],
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = [Input("bucket", "orders-documents"), Input("rules", List())],
        ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"] = [Input("bucket", "orders-documents"), Input("role", "arn:aws:iam::1:role/r"), Input("rules", List())],
        ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"] = [Input("bucket", "orders-documents")],
        ["aws:ssm/parameter:Parameter"] = [Input("name", "/dr/main/orders"), Input("type", "String"), Input("insecureValue", "{}")],
        ["random:index/randomPassword:RandomPassword"] = [Input("length", 32.0)],
    };
}
