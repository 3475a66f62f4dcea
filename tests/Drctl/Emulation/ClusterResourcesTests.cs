using System.Collections.Immutable;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

/// <summary>Clusters of EKS, and registries of images.</summary>
public class ClusterResourcesTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Entry = "aws:eks/accessEntry:AccessEntry";
    private const string Association = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";

    private readonly TestCloud _cloud = new();

    [Fact]
    public void Cluster_IsInTheVpcOfItsSubnetsWithASecurityGroupOfItsOwn()
    {
        var vpc = _cloud.Create("aws:ec2/vpc:Vpc", "network", ("cidrBlock", "10.1.0.0/16"));
        var subnet = _cloud.Create("aws:ec2/subnet:Subnet", "a", ("vpcId", vpc.Id!), ("cidrBlock", "10.1.1.0/24"), ("availabilityZone", $"{West}a"));

        var cluster = _cloud.Create(
            Cluster, "cluster", ("name", "orders"), ("roleArn", "r"), ("vpcConfig", Map(("subnetIds", List(subnet.Id!)), ("endpointPrivateAccess", true))));

        var network = (ImmutableDictionary<string, object>)cluster.Outputs["vpcConfig"];
        Assert.Equal(vpc.Id, network["vpcId"]);
        Assert.StartsWith("sg-", (string)network["clusterSecurityGroupId"], StringComparison.Ordinal);
        Assert.Equal(true, network["endpointPrivateAccess"]);
        Assert.Equal(true, network["endpointPublicAccess"]);
    }

    [Fact]
    public void ClusterOfSameName_HasAnotherEndpointInAnotherRegion()
    {
        var west = _cloud.CreateIn("west", Cluster, "west", SampleInputs.ByType[Cluster]);
        var central = _cloud.CreateIn("central", Cluster, "central", SampleInputs.ByType[Cluster]);

        Assert.NotEqual(((string)west.Outputs["endpoint"])[..40], ((string)central.Outputs["endpoint"])[..40]);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    public void AutoModeInPart_IsRefused(bool compute, bool storage, bool balancing)
    {
        var refusal = _cloud.RefusalOf(
            Cluster, "cluster", ("name", "orders"), ("roleArn", "r"), ("bootstrapSelfManagedAddons", false), ("computeConfig", Map(("enabled", compute))),
            ("storageConfig", Map(("blockStorage", Map(("enabled", storage))))),
            ("kubernetesNetworkConfig", Map(("elasticLoadBalancing", Map(("enabled", balancing))))));

        Assert.Contains("all three make EKS Auto Mode", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void AutoModeWithSelfManagedAddons_IsRefused()
    {
        (string, object)[] inputs = [.. SampleInputs.ByType[Cluster].Where(input => input.Name != "bootstrapSelfManagedAddons")];

        Assert.Contains("bootstrapSelfManagedAddons is not given", _cloud.RefusalOf(Cluster, "cluster", inputs), StringComparison.Ordinal);
    }

    [Fact]
    public void AccessEntryOfARole_NamesItsSessions_ThatOfNodesIsLeftToTheService()
    {
        var role = _cloud.Create(Entry, "role", SampleInputs.ByType[Entry]);
        var nodes = _cloud.Create(
            Entry, "nodes", ("clusterName", "orders-cluster"), ("principalArn", $"arn:aws:iam::{AccountId}:role/orders-nodes"), ("type", "EC2"));

        Assert.Equal($"arn:aws:sts::{AccountId}:assumed-role/orders-switch/{{{{SessionName}}}}", role.Outputs["userName"]);
        Assert.DoesNotContain("userName", nodes.Outputs.Keys);
    }

    [Fact]
    public void SecondEntryOfARole_IsRefused()
    {
        _cloud.Create(Entry, "first", SampleInputs.ByType[Entry]);

        Assert.Contains("would be the same thing", _cloud.RefusalOf(Entry, "second", SampleInputs.ByType[Entry]), StringComparison.Ordinal);
    }

    [Fact]
    public void ScopeOfNamespacesWithoutOne_IsRefused()
    {
        var refusal = _cloud.RefusalOf(
            Association, "a", ("clusterName", "c"), ("principalArn", "p"), ("policyArn", "x"), ("accessScope", Map(("type", "namespace"))));

        Assert.Contains("accessScope.namespaces is not given", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondRoleOfAServiceAccount_IsRefused()
    {
        const string Type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
        _cloud.Create(Type, "first", SampleInputs.ByType[Type]);

        Assert.Contains("would be the same thing", _cloud.RefusalOf(Type, "second", SampleInputs.ByType[Type]), StringComparison.Ordinal);
    }

    [Fact]
    public void ReplicationToItsOwnRegion_IsRefused()
    {
        var rules = List(Map(("destinations", List(Map(("region", West), ("registryId", AccountId))))));

        var refusal = _cloud.RefusalOf(
            "aws:ecr/replicationConfiguration:ReplicationConfiguration", "images", ("replicationConfiguration", Map(("rules", rules))));

        Assert.Contains("does not replicate to itself", refusal, StringComparison.Ordinal);
    }
}
