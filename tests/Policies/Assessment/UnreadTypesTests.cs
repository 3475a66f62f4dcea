using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>What nobody here reads is said, never passed over; what is read, or neither holds nor serves anything, is not.</summary>
public class UnreadTypesTests
{
    [Theory]
    [InlineData("aws-native:s3:Bucket", "no reader knows resources of aws-native")]
    [InlineData("gcp:storage/bucket:Bucket", "no reader knows resources of gcp")]
    [InlineData("pulumi-nodejs:dynamic:Resource", "no reader knows resources of pulumi-nodejs")]
    [InlineData("aws:cloudformation/stack:Stack", "it deploys resources that are not in the graph")]
    [InlineData("kubernetes:helm.sh/v3:Release", "it deploys resources that are not in the graph")]
    [InlineData("kubernetes:kafka.strimzi.io/v1beta2:KafkaConnect", "no reader knows this custom resource")]
    [InlineData("aws:timestreamwrite/database:Database", "it holds data, but no reader computes what it survives")]
    [InlineData("aws:lightsail/database:Database", "it holds data, but no reader computes what it survives")]
    [InlineData("kubernetes:velero.io/v1:Schedule", null)]
    [InlineData("kubernetes:karpenter.sh/v1:NodePool", null)]
    [InlineData("kubernetes:apps/v1:StatefulSetList", "no reader looks into a list of objects")]
    [InlineData("kubernetes:eks.amazonaws.com/v1:TargetGroupBinding", null)]
    [InlineData("kubernetes:storage.k8s.io/v1:StorageClass", null)]
    [InlineData("kubernetes:networking.k8s.io/v1:NetworkPolicy", null)]
    [InlineData("kubernetes:apps/v1:Deployment", null)]
    [InlineData("random:index/randomPassword:RandomPassword", null)]
    [InlineData("aws:s3/bucket:Bucket", null)]
    [InlineData("aws:ec2/vpc:Vpc", null)]
    public void AType_IsSaidWhereNobodyReadsIt(string type, string? why) => Assert.Equal(why is null ? [] : [(type, why)], Of(new TestGraph().Add(type, "it")));

    [Fact]
    public void WhatIsOnlyLookedUp_IsSaidAndItsOptionsAreNotJudged()
    {
        var own = new TestGraph().Add("aws:rds/cluster:Cluster", "journal", """{ "storageEncrypted": false }""");
        var external = new TestGraph()
            .Add("aws:rds/cluster:Cluster", "journal", """{ "storageEncrypted": false }""", options: resource => resource["external"] = true);

        Assert.NotEmpty(own.Violations(new DataIsEncryptedAtRest()));
        Assert.Empty(external.Violations(new DataIsEncryptedAtRest()));
        Assert.Equal([("aws:rds/cluster:Cluster", "the program only reads it: the program that declares it is responsible")], Of(external));
    }

    private static (string Type, string Why)[] Of(TestGraph graph) =>
        [.. UnreadTypes.Of(Estate.Of([graph.Build()], AwsNames.Instance)).Select(type => (type.Type, type.Why))];
}
