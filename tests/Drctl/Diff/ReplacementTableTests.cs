using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Diff;

/// <summary>The table of replacements: some of what plans showed, and how it is read.</summary>
public class ReplacementTableTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";

    [Theory]
    [InlineData("aws:autoscaling/group:Group", "name")]
    [InlineData("aws:backup/vault:Vault", "kmsKeyArn", "name")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "logGroupClass", "name")]
    [InlineData("aws:dynamodb/table:Table", "name")]
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
    public void WhatTheProviderReplaces_IsReplaced(string type, params string[] properties) =>
        Assert.All(properties, property => Assert.Equal(Operation.Replace, OperationOf(type, property)));

    [Theory]
    [InlineData(
        "aws:autoscaling/group:Group", "desiredCapacity", "launchTemplate", "maxInstanceLifetime", "minSize", "placementGroup", "protectFromScaleIn",
        "waitForCapacityTimeout")]
    [InlineData("aws:ec2/subnet:Subnet", "assignIpv6AddressOnCreation", "mapPublicIpOnLaunch")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "autoAccept", "ipAddressType", "policy", "subnetIds")]
    [InlineData("aws:kms/key:Key", "deletionWindowInDays", "enableKeyRotation", "isEnabled", "policy")]
    [InlineData("aws:rds/cluster:Cluster", "backupRetentionPeriod", "deletionProtection", "engineVersion", "masterPassword")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "instanceClass", "promotionTier")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", "deletionProtection", "engineVersion", "forceDestroy")]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "role", "rules")]
    public void WhatTheProviderChanges_IsUpdated(string type, params string[] properties) =>
        Assert.All(properties, property => Assert.Equal(Operation.Update, OperationOf(type, property)));

    [Theory]
    [InlineData(Cluster, "storageType")]
    [InlineData(Cluster, "clusterMembers")]
    [InlineData("aws:dynamodb/table:Table", "hashKey")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "engineVersion")]
    [InlineData("aws:fsx/lustreFileSystem:LustreFileSystem", "storageCapacity")]
    [InlineData("aws:msk/cluster:Cluster", "kafkaVersion")]
    [InlineData("aws:lb/targetGroup:TargetGroup", "port")]
    [InlineData("aws:none/none:None", "x")]
    public void WhatDependsOrIsNotKnown_MayReplace(string type, string property) => Assert.Equal(Operation.MayReplace, OperationOf(type, property));

    [Fact]
    public void ValueThatAppearsGoesOrIsNotKnown_MayReplace()
    {
        var path = PropertyPath.Of("kmsKeyId");

        Assert.Equal(Operation.Replace, Of(Cluster, new(path, PropertyValue.Of("a"), PropertyValue.Of("b"), false)));
        Assert.All(
            [
                new(path, null, PropertyValue.Of("b"), false), new(path, PropertyValue.Of("a"), null, false),
                new(path, PropertyValue.Of("a"), PropertyValue.Unknown, false), new(path, PropertyValue.Null, PropertyValue.Of("b"), false),
            ],
            (PropertyChange change) => Assert.Equal(Operation.MayReplace, Of(Cluster, change)));
    }

    [Fact]
    public void SourceOfASecurityRule_ChangesInPlace_AnotherKindOfSourceDoesNot()
    {
        const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        var path = PropertyPath.Of("cidrIpv4");

        Assert.Equal(Operation.Update, Of(Rule, new(path, PropertyValue.Of("10.0.0.0/16"), PropertyValue.Of("10.1.0.0/16"), false)));
        Assert.Equal(Operation.MayReplace, Of(Rule, new(path, PropertyValue.Of("10.0.0.0/16"), null, false)));
    }

    [Fact]
    public void Review_SaysWhatPlansDoNot()
    {
        Assert.All(ReplacementTable.Shipped.Reviewed, entry =>
        {
            var planned = ReplacementTable.Shipped.Planned.GetValueOrDefault(entry.Type);
            Assert.NotEmpty(entry.InPlace.Concat(entry.MayReplace));
            Assert.NotEmpty(entry.Source);
            Assert.Empty(entry.InPlace.Intersect(planned?.InPlace ?? []));
            Assert.Empty(entry.InPlace.Intersect(planned?.Replaces ?? []));
        });
    }

    private static Operation Of(string type, PropertyChange change) => ReplacementTable.Shipped.Of(type, change);

    private static Operation OperationOf(string type, string property) =>
        Assert.Single(GraphDiff.Compare(With(type, property, "before"), With(type, property, "after")).Changes).Operation;

    private static ResourceGraph With(string type, string property, string value) =>
        TestResource.Of(Stack(), Resource(type, "r", $$"""{ "{{property}}": "{{value}}" }"""));
}
