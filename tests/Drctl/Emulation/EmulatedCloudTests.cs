using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class EmulatedCloudTests
{
    private const string Key = "aws:kms/key:Key";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Instance = "aws:rds/clusterInstance:ClusterInstance";

    private readonly TestCloud _cloud = new();

    [Fact]
    public void SameNameInTwoRegions_HasTwoIds()
    {
        var west = _cloud.CreateIn("west", "aws:ec2/vpc:Vpc", "network-west");
        var central = new TestCloud().CreateIn("central", "aws:ec2/vpc:Vpc", "network-west");
        var otherAccount = new TestCloud("999999999999").CreateIn("west", "aws:ec2/vpc:Vpc", "network-west");

        Assert.Equal(3, new[] { west.Id, central.Id, otherAccount.Id }.Distinct().Count());
        Assert.Equal($"arn:aws:ec2:{Central}:{AccountId}:vpc/{central.Id}", central.Outputs["arn"]);
        Assert.Equal(Central, central.Outputs["region"]);
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:s3:::documents", "documents.s3.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:s3:::documents", "documents.s3.amazonaws.com")]
    [InlineData("eu-west-1", "arn:aws:s3:::documents", "documents.s3.amazonaws.com")]
    public void RegionsOfOtherPartitions_HaveTheirArnsAndDomains(string region, string arn, string domain)
    {
        _cloud.AddProvider("elsewhere", ("region", region));

        var bucket = _cloud.CreateIn("elsewhere", Bucket, "documents", ("bucket", "documents"));

        Assert.Equal(arn, bucket.Outputs["arn"]);
        Assert.Equal(domain, bucket.Outputs["bucketDomainName"]);
    }

    [Fact]
    public void TagsAll_AreTheProvidersDefaultsUnderTheResourcesOwn()
    {
        var key = _cloud.Create(Key, "key", ("tags", Map(("stage", "production"), ("dr:tier", "critical"))));

        var expected = new Dictionary<string, object> { ["owner"] = "platform", ["stage"] = "production", ["dr:tier"] = "critical" };
        Assert.Equal(expected, (IDictionary<string, object>)key.Outputs["tagsAll"]);
        Assert.Empty((IDictionary<string, object>)_cloud.CreateIn("central", Key, "bare").Outputs["tagsAll"]);
    }

    [Fact]
    public void AwsResourceWithoutRegion_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _cloud.Register(Bucket, "documents", string.Empty));

        Assert.Contains("in which Region", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"documents\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResourcesOwnRegion_GoesBeforeItsProviders()
    {
        var bucket = _cloud.Create(Bucket, "documents", ("bucket", "documents"), ("region", Central));

        Assert.Equal($"documents.s3.{Central}.amazonaws.com", bucket.Outputs["bucketRegionalDomainName"]);
    }

    [Fact]
    public void UnknownType_GetsAnIdAndItsInputsAndIsListed()
    {
        var queue = _cloud.Create("aws:mq/broker:Broker", "letters", ("name", "letters"));
        _cloud.Register("tls:index/privateKey:PrivateKey", "pair", string.Empty);

        Assert.StartsWith("letters-", queue.Id, StringComparison.Ordinal);
        Assert.Equal(["name"], queue.Outputs.Keys);
        Assert.Equal(["aws:mq/broker:Broker", "tls:index/privateKey:PrivateKey"], _cloud.Cloud.NotEmulated);
    }

    [Fact]
    public void Component_HasNoIdAndIsNotListed()
    {
        var component = _cloud.Register("drinfra:data:GlobalTable", "carts", string.Empty, ("size", 3.0));

        Assert.Null(component.Id);
        Assert.Equal(3.0, component.Outputs["size"]);
        Assert.Empty(_cloud.Cloud.NotEmulated);
    }

    [Fact]
    public void ReadResource_KeepsItsIdAndIsListed()
    {
        var args = new MockResourceArgs
        {
            Type = "aws:ec2/vpc:Vpc", Name = "shared", Id = "vpc-77", Provider = string.Empty, Inputs = ImmutableDictionary<string, object>.Empty,
        };

        var read = _cloud.Register(args);

        Assert.Equal("vpc-77", read.Id);
        Assert.Equal(["aws:ec2/vpc:Vpc (read)"], _cloud.Cloud.NotEmulated);
    }

    [Fact]
    public void Resources_HoldEveryAnswer()
    {
        var key = _cloud.Create(Key, "key");

        Assert.Equal(key.Id, _cloud.Cloud.Resources[(Key, "key")].Id);
        Assert.Equal(3, _cloud.Cloud.Resources.Count);
    }

    [Fact]
    public void SameLogicalNameTwice_IsRefused()
    {
        _cloud.Create(Key, "key");

        Assert.Contains("are called \"key\"", _cloud.RefusalOf(Key, "key"), StringComparison.Ordinal);
    }

    [Fact]
    public void SamePhysicalNameTwice_IsRefusedNamingBoth()
    {
        _cloud.Create(Bucket, "b", ("bucket", "documents"));

        var error = Assert.Throws<InvalidOperationException>(() => _cloud.CreateIn("central", Bucket, "a", ("bucket", "documents")));

        Assert.Contains("\"a\" and \"b\" would be the same thing (documents)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:backup/vault:Vault", "name")]
    [InlineData("aws:iam/role:Role", "name")]
    public void NamesOfAnAccount_MayRepeatInAnotherAccount(string type, string property)
    {
        _cloud.AddProvider("recovery", ("region", West), ("assumeRoles", """[{ "roleArn": "arn:aws:iam::210987654321:role/recovery" }]"""));
        _cloud.CreateIn("west", type, "own", (property, "orders"));

        var other = _cloud.CreateIn("recovery", type, "other", (property, "orders"));

        Assert.Contains(":210987654321:", (string)other.Outputs["arn"], StringComparison.Ordinal);
        Assert.Contains("would be the same thing", _cloud.RefusalOf(type, "again", (property, "orders")), StringComparison.Ordinal);
    }

    [Fact]
    public void BucketName_ExistsOnceInAllAccounts()
    {
        _cloud.AddProvider("recovery", ("region", West), ("assumeRoles", """[{ "roleArn": "arn:aws:iam::210987654321:role/recovery" }]"""));
        _cloud.CreateIn("recovery", Bucket, "other", ("bucket", "documents"));

        Assert.Contains("would be the same thing (documents)", _cloud.RefusalOf(Bucket, "own", ("bucket", "documents")), StringComparison.Ordinal);
    }

    [Fact]
    public void RegionalNames_MayRepeatInAnotherRegion()
    {
        _cloud.CreateIn("west", "aws:ssm/parameter:Parameter", "west", ("name", "/dr/main/orders"));
        _cloud.CreateIn("central", "aws:ssm/parameter:Parameter", "central", ("name", "/dr/main/orders"));

        Assert.Contains("eu-west-1", _cloud.RefusalOf("aws:ssm/parameter:Parameter", "again", ("name", "/dr/main/orders")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConcurrentRegistrations_AreAllKept()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (number, _) =>
        {
            await Task.Yield();
            _cloud.Create(Key, $"key-{number}");
        });

        Assert.Equal(202, _cloud.Cloud.Resources.Count);
        Assert.Equal(200, _cloud.Cloud.Resources.Values.Where(key => key.Outputs.ContainsKey("keyId")).Select(key => key.Id).Distinct().Count());
    }

    [Fact]
    public async Task SecretsOfTheProvider_AreMarkedAgain()
    {
        var cluster = _cloud.Create(Cluster, "orders", ("clusterIdentifier", "orders"), ("masterPassword", "hidden"));
        var password = _cloud.Register("random:index/randomPassword:RandomPassword", "password", string.Empty, ("length", 24.0));

        Assert.True(await Output.IsSecretAsync(Assert.IsType<Output<string>>(cluster.Outputs["masterPassword"])));
        var result = Assert.IsType<Output<string>>(password.Outputs["result"]);
        Assert.True(await Output.IsSecretAsync(result));
        Assert.Equal(24, (await OutputUtilities.GetValueAsync(result)).Length);
    }

    [Fact]
    public void ReplicaKey_SharesThePrimarysIdInItsOwnRegion()
    {
        var primary = _cloud.Create(Key, "key", ("multiRegion", true), ("enableKeyRotation", true));

        var replica = _cloud.CreateIn("central", "aws:kms/replicaKey:ReplicaKey", "replica", ("primaryKeyArn", primary.Outputs["arn"]));

        Assert.Equal(primary.Id, replica.Id);
        Assert.Equal($"arn:aws:kms:{Central}:{AccountId}:key/{primary.Id}", replica.Outputs["arn"]);
        Assert.Equal(true, replica.Outputs["keyRotationEnabled"]);
    }

    [Fact]
    public void ReplicaOfASingleRegionKey_IsRefused()
    {
        var primary = _cloud.CreateIn("central", Key, "key");

        var message = _cloud.RefusalOf("aws:kms/replicaKey:ReplicaKey", "replica", ("primaryKeyArn", primary.Outputs["arn"]));

        Assert.Contains("only a multi-Region primary key", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReplicaKeyInThePrimarysRegion_IsRefused()
    {
        var primary = _cloud.Create(Key, "key", ("multiRegion", true));

        var message = _cloud.RefusalOf("aws:kms/replicaKey:ReplicaKey", "replica", ("primaryKeyArn", primary.Outputs["arn"]));

        Assert.Contains("another Region", message, StringComparison.Ordinal);
    }

    [Fact]
    public void GlobalTable_AnswersTheArnsOfItsReplicas()
    {
        var table = _cloud.Create(
            "aws:dynamodb/table:Table",
            "carts",
            ("name", "carts"),
            ("streamEnabled", true),
            ("replicas", List(Map(("regionName", Central), ("pointInTimeRecovery", true)))));

        var replica = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(Assert.Single((ImmutableArray<object>)table.Outputs["replicas"]));
        Assert.Equal($"arn:aws:dynamodb:{Central}:{AccountId}:table/carts", replica["arn"]);
        Assert.StartsWith($"arn:aws:dynamodb:{Central}:{AccountId}:table/carts/stream/", (string)replica["streamArn"], StringComparison.Ordinal);
        Assert.Equal(true, replica["pointInTimeRecovery"]);
        Assert.Equal(false, replica["propagateTags"]);
    }

    [Theory]
    [InlineData("aurora-postgresql", "16.6", 5432, "default.aurora-postgresql16")]
    [InlineData("aurora-mysql", "8.0.mysql_aurora.3.08.0", 3306, "default.aurora-mysql8.0")]
    public void Cluster_AnswersItsEndpointsAndTheEnginesDefaults(string engine, string version, int port, string parameters)
    {
        var cluster = _cloud.Create(Cluster, "orders", ("clusterIdentifier", "orders"), ("engine", engine), ("engineVersion", version));

        Assert.Matches($@"^orders\.cluster-c[a-z0-9]{{11}}\.{West}\.rds\.amazonaws\.com$", (string)cluster.Outputs["endpoint"]);
        Assert.Contains(".cluster-ro-", (string)cluster.Outputs["readerEndpoint"], StringComparison.Ordinal);
        Assert.Equal(port, cluster.Outputs["port"]);
        Assert.Equal(version, cluster.Outputs["engineVersionActual"]);
        Assert.Equal(parameters, cluster.Outputs["dbClusterParameterGroupName"]);
    }

    [Fact]
    public void MajorVersionOnly_LeavesTheRunningVersionUnknown()
    {
        var cluster = _cloud.Create(Cluster, "orders", ("clusterIdentifier", "orders"), ("engine", "aurora-postgresql"), ("engineVersion", "16"));

        Assert.DoesNotContain("engineVersionActual", cluster.Outputs.Keys);
    }

    [Theory]
    [InlineData(true, 0.0, true)]
    [InlineData(true, 1.0, false)]
    [InlineData(false, 0.0, false)]
    public void Writer_IsTierZeroOfAClusterWithAMasterUser(bool primary, double tier, bool writer)
    {
        var inputs = new List<(string, object)> { ("clusterIdentifier", "orders"), ("globalClusterIdentifier", "global"), ("kmsKeyId", "arn:k") };
        if (primary)
        {
            inputs.Add(("masterUsername", "admin"));
        }

        _cloud.Create(Cluster, "orders", [.. inputs]);

        var instance = _cloud.Create(Instance, "one", ("identifier", "one"), ("clusterIdentifier", "orders"), ("promotionTier", tier));

        Assert.Equal(writer, instance.Outputs["writer"]);
        Assert.Equal("arn:k", instance.Outputs["kmsKeyId"]);
    }

    [Fact]
    public void NetworkResources_AnswerWhatTheirNeighboursAre()
    {
        var vpc = _cloud.Create("aws:ec2/vpc:Vpc", "vpc", ("cidrBlock", "10.0.0.0/16"));
        var subnet = _cloud.Create("aws:ec2/subnet:Subnet", "subnet", ("vpcId", vpc.Id!), ("cidrBlock", "10.0.1.0/24"), ("availabilityZone", "eu-west-1c"));
        var address = _cloud.Create("aws:ec2/eip:Eip", "address");
        var gateway = _cloud.Create("aws:ec2/natGateway:NatGateway", "gateway", ("subnetId", subnet.Id!), ("allocationId", address.Id!));
        var group = _cloud.Create("aws:rds/subnetGroup:SubnetGroup", "group", ("name", "group"), ("subnetIds", List(subnet.Id!)));
        var closed = _cloud.Create("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", ("vpcId", vpc.Id!));

        Assert.Equal(address.Outputs["publicIp"], gateway.Outputs["publicIp"]);
        Assert.Equal(vpc.Id, gateway.Outputs["vpcId"]);
        Assert.Equal(vpc.Id, group.Outputs["vpcId"]);
        Assert.Equal(vpc.Outputs["defaultSecurityGroupId"], closed.Id);
        Assert.Equal("euw1-az3", subnet.Outputs["availabilityZoneId"]);
    }

    [Fact]
    public void ProviderOfAnotherAccount_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            _cloud.AddProvider("other", ("region", West), ("allowedAccountIds", """["000000000001"]""")));

        Assert.Contains("the account is 123456789012", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProviderThatAssumesARole_IsInTheRolesAccount()
    {
        _cloud.AddProvider(
            "recovery",
            ("region", West),
            ("assumeRoles", """[{ "roleArn": "arn:aws:iam::210987654321:role/recovery" }]"""),
            ("allowedAccountIds", """["210987654321"]"""));

        var role = _cloud.CreateIn("recovery", "aws:iam/role:Role", "reader", ("name", "reader"));

        Assert.Equal("arn:aws:iam::210987654321:role/reader", role.Outputs["arn"]);
    }

    [Fact]
    public async Task CallerIdentity_IsTheStacksAccount()
    {
        var answer = await _cloud.Cloud.CallAsync(new MockCallArgs
        {
            Token = "aws:index/getCallerIdentity:getCallerIdentity", Args = ImmutableDictionary<string, object>.Empty,
        });

        Assert.Equal(AccountId, ((IDictionary<string, object>)answer)["accountId"]);
    }

    [Fact]
    public async Task UnknownFunction_IsAnErrorThatNamesIt()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _cloud.Cloud.CallAsync(new MockCallArgs { Token = "aws:ec2/getAmi:getAmi", Args = ImmutableDictionary<string, object>.Empty }));

        Assert.Contains("aws:ec2/getAmi:getAmi", error.Message, StringComparison.Ordinal);
    }
}
