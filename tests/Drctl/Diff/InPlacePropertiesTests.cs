using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

/// <summary>
/// What plans of hashicorp/aws 5.100 showed when every one of these properties of an applied stack was changed: which of them
/// forced a replacement, and which did not.
/// </summary>
public class InPlacePropertiesTests
{
    [Theory]
    [InlineData("aws:autoscaling/group:Group", "name")]
    [InlineData("aws:backup/vault:Vault", "kmsKeyArn", "name")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "logGroupClass", "name")]
    [InlineData("aws:dynamodb/table:Table", "hashKey", "name")]
    [InlineData("aws:ec2/route:Route", "destinationCidrBlock", "routeTableId")]
    [InlineData("aws:ec2/routeTable:RouteTable", "vpcId")]
    [InlineData("aws:ec2/securityGroup:SecurityGroup", "description", "name", "vpcId")]
    [InlineData("aws:ec2/subnet:Subnet", "availabilityZone", "cidrBlock", "vpcId")]
    [InlineData("aws:ec2/vpc:Vpc", "cidrBlock", "instanceTenancy")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "serviceName", "vpcEndpointType", "vpcId")]
    [InlineData("aws:iam/role:Role", "name", "path")]
    [InlineData("aws:kms/alias:Alias", "name")]
    [InlineData("aws:kms/key:Key", "customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion")]
    [InlineData("aws:kms/replicaKey:ReplicaKey", "primaryKeyArn")]
    [InlineData(
        "aws:rds/cluster:Cluster",
        "availabilityZones",
        "clusterIdentifier",
        "databaseName",
        "dbSubnetGroupName",
        "engine",
        "engineMode",
        "kmsKeyId",
        "masterUsername",
        "sourceRegion",
        "storageEncrypted")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "availabilityZone", "clusterIdentifier", "dbSubnetGroupName", "engine", "identifier")]
    [InlineData("aws:rds/clusterParameterGroup:ClusterParameterGroup", "description", "family", "name")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", "databaseName", "engine", "globalClusterIdentifier", "storageEncrypted")]
    [InlineData("aws:s3/bucket:Bucket", "bucket", "objectLockEnabled")]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "bucket", "expectedBucketOwner")]
    [InlineData("aws:secretsmanager/secret:Secret", "name")]
    [InlineData("aws:secretsmanager/secretVersion:SecretVersion", "secretId", "secretString")]
    [InlineData("aws:ssm/parameter:Parameter", "dataType", "name")]
    public void WhatTheProviderReplaces_MayReplace(string type, params string[] properties) =>
        Assert.All(properties, property => Assert.Equal(Operation.MayReplace, OperationOf(type, property)));

    [Theory]
    [InlineData(
        "aws:autoscaling/group:Group", "desiredCapacity", "launchTemplate", "maxInstanceLifetime", "minSize", "placementGroup", "protectFromScaleIn",
        "waitForCapacityTimeout")]
    [InlineData("aws:ec2/subnet:Subnet", "assignIpv6AddressOnCreation", "mapPublicIpOnLaunch")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "autoAccept", "ipAddressType", "policy", "subnetIds")]
    [InlineData("aws:kms/key:Key", "deletionWindowInDays", "enableKeyRotation", "isEnabled", "policy")]
    [InlineData("aws:rds/cluster:Cluster", "backupRetentionPeriod", "deletionProtection", "engineVersion", "masterPassword", "storageType")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "instanceClass", "promotionTier")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", "deletionProtection", "engineVersion", "forceDestroy")]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "role", "rules")]
    public void WhatTheProviderChanges_IsUpdated(string type, params string[] properties) =>
        Assert.All(properties, property => Assert.Equal(Operation.Update, OperationOf(type, property)));

    private static Operation OperationOf(string type, string property) =>
        Assert.Single(GraphDiff.Compare(With(type, property, "before"), With(type, property, "after")).Changes).Operation;

    private static ResourceGraph With(string type, string property, string value) => Of(Stack(), Resource(type, "r", $$"""{ "{{property}}": "{{value}}" }"""));
}
