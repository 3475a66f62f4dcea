using DrInfra.Drctl.Diff;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What AWS rewrites in a failover is no change of the stacks: neither after it, nor after the way back.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F4")]
public class FailoverDriftTests(ShippedStacks stacks)
{
    /// <summary>Inputs that AWS rewrites on a member of a global database, with what a refresh could find.</summary>
    private static readonly Dictionary<string, PropertyValue> RewrittenInputs = new()
    {
        ["engineVersion"] = PropertyValue.Of("16.9"),
        ["globalClusterIdentifier"] = PropertyValue.Of(""),
        ["replicationSourceIdentifier"] = PropertyValue.Of("arn:aws:rds:eu-central-1:123456789012:cluster:the-new-writer"),
    };

    /// <summary>What changes in a failover and is no input of ours: an update does not compare it.</summary>
    private static readonly (string Type, string Property)[] OutputsOnly =
    [
        ("aws:autoscaling/group:Group", "desiredCapacity"),
        ("aws:rds/cluster:Cluster", "clusterMembers"),
        ("aws:rds/cluster:Cluster", "endpoint"),
        ("aws:rds/clusterInstance:ClusterInstance", "writer"),
        ("aws:rds/globalCluster:GlobalCluster", "globalClusterMembers"),
        ("aws:rds/globalCluster:GlobalCluster", "sourceDbClusterIdentifier"),
    ];

    // Gotcha 60: a routine failover must not make the next update propose anything.
    [Fact]
    public void Gotcha60_RewrittenInputsOfEveryMember_AreNoChange() => Assert.All(stacks.Both, stack =>
    {
        var members = stack.Graph.OfType("aws:rds/cluster:Cluster").ToArray();
        Assert.NotEmpty(members);
        var after = stack.Graph with
        {
            Resources = [.. stack.Graph.Resources.Select(resource => members.Contains(resource) ? Rewrite(resource) : resource)],
        };

        var diff = GraphDiff.Compare(after, stack.Graph);

        Assert.False(diff.IsRefused);
        Assert.Equal(members.Length, diff.Changes.Count);
        Assert.All(diff.Changes, change => Assert.All(change.Properties, property => Assert.True(property.Ignored, property.Path.ToString())));
    });

    [Fact]
    public void RewrittenInput_IsIgnoredOnEveryMemberOfBothStacks() => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.OfType("aws:rds/cluster:Cluster")),
        member => Assert.Superset(RewrittenInputs.Keys.ToHashSet(), member.IgnoreChanges.ToHashSet()));

    [Fact]
    public void WhatElseChanges_IsAnOutputAlone() => Assert.All(OutputsOnly, one => Assert.All(
        stacks.Both.SelectMany(stack => stack.Graph.OfType(one.Type)),
        resource =>
        {
            Assert.Null(resource.Inputs[one.Property]);
            Assert.Contains(one.Property, OutputNames(one.Type));
        }));

    private static IEnumerable<string> OutputNames(string type) => AwsClasses.ByToken[type].GetProperties()
        .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private static GraphResource Rewrite(GraphResource member) => member with
    {
        Inputs = MapValue.Of(member.Inputs
            .Where(pair => !RewrittenInputs.ContainsKey(pair.Key))
            .Concat(RewrittenInputs)),
    };
}
