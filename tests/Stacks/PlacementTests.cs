using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>Where resources are, and how they say so.</summary>
[Collection(ShippedStacksGroup.Name)]
public class PlacementTests(ShippedStacks stacks)
{
    private static readonly string[] RequiredTags =
        ["dr:environment", "dr:owner", "dr:pair", "dr:region", "dr:role", "dr:tier", "dr:workload", "managed-by"];

    /// <summary>What is in no Region: IAM, Route 53, Region-switch plans and global clusters.</summary>
    private static readonly string[] InNoRegion =
    [
        "aws:arcregionswitch/plan:Plan", "aws:iam/instanceProfile:InstanceProfile", "aws:iam/role:Role", "aws:rds/globalCluster:GlobalCluster",
        "aws:route53/healthCheck:HealthCheck",
    ];

    /// <summary>What names one resource of several, within another one.</summary>
    private static readonly string[] NamedWithinAnother =
    [
        "aws:autoscaling/policy:Policy", "aws:backup/selection:Selection", "aws:backup/restoreTestingSelection:RestoreTestingSelection",
        "aws:iam/rolePolicy:RolePolicy", "aws:rds/clusterInstance:ClusterInstance", "aws:route53/record:Record",
    ];

    // Gotcha 51: nothing falls back to an ambient Region.
    [Fact]
    public void Gotcha51_EveryAwsResource_HasAnExplicitProviderOfItsDeclaredRegion() => Assert.All(stacks.Both, stack =>
        Assert.All(stack.Graph.Aws(), resource =>
        {
            Assert.NotNull(resource.Provider);
            var region = stack.Graph.ProviderOf(resource).Inputs.Text("region");
            Assert.Contains(region, new[] { stack.Settings.Regions.Primary, stack.Settings.Regions.Standby, stack.Settings.WitnessRegion });
            var declared = DeclaredRegion(stack.Graph, resource);
            if (declared == "global")
            {
                Assert.Contains(resource.Type, InNoRegion);
            }
            else
            {
                Assert.Equal(region, declared);
            }
        }));

    [Fact]
    public void DefaultProviders_AreDisabledAndUnused() => Assert.All(stacks.Both, stack =>
    {
        Assert.Contains(
            "pulumi:disable-default-providers", File.ReadAllText(Path.Combine(Repository.Shipped, $"Pulumi.{stack.Settings.Stack}.yaml")),
            StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Graph.Resources, resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)
            && resource.Name.StartsWith("default", StringComparison.Ordinal));
    });

    [Fact]
    public void EveryTaggableResource_CarriesAllTags() => Assert.All(stacks.Both, stack =>
    {
        foreach (var resource in stack.Graph.Aws().Where(resource => AwsClasses.ByToken[resource.Type].GetProperty("Tags") is not null))
        {
            var tags = TagsOf(resource);
            Assert.NotNull(tags);
            Assert.All(RequiredTags, tag => Assert.False(string.IsNullOrEmpty(tags.GetValueOrDefault(tag)), $"{resource.Name}: {tag}"));
        }
    });

    [Fact]
    public void RoleTag_IsTheHomeRoleOfTheRegion() => Assert.All(stacks.Both, stack =>
    {
        foreach (var tags in stack.Graph.Aws().Select(TagsOf).OfType<Dictionary<string, string>>())
        {
            var expected = tags["dr:region"] switch
            {
                "global" => stack.Settings.Role == DrInfra.Infra.Settings.StackRole.Primary ? "primary" : "standby",
                var region when region == stack.Settings.WitnessRegion => "witness",
                var region => region == stack.Settings.Regions.Primary ? "primary" : "standby",
            };
            Assert.Equal(expected, tags["dr:role"]);
        }
    });

    [Fact]
    public void EveryComponent_SaysItsRegion() => Assert.All(stacks.Both, stack => Assert.All(
        stack.Graph.Resources.Where(resource => resource.Type.StartsWith("drinfra:", StringComparison.Ordinal)),
        component => Assert.NotNull(component.Outputs.Text("region"))));

    // Gotcha 52: the Region is part of a provider's identity, so moving it can never move what is in it.
    [Fact]
    public void Gotcha52_ProvidersAreNamedAfterTheirRegion() => Assert.All(stacks.Both, stack => Assert.All(
        stack.Graph.OfType("pulumi:providers:aws"),
        provider => Assert.Equal($"aws-{provider.Inputs.Text("region")}", provider.Name)));

    // Gotcha 53: one style, the provider's Region; never the property beside it.
    [Fact]
    public void Gotcha53_NoResourceStatesARegionOfItsOwn() => Assert.All(stacks.Both, stack => Assert.All(
        stack.Graph.Aws(), resource => Assert.Null(resource.Inputs["region"])));

    // Gotchas 54 and 55: tags are explicit, and a provider holds back when AWS asks it to.
    [Fact]
    public void Gotchas54And55_ProvidersHaveNoDefaultTagsAndAdaptTheirRate() => Assert.All(stacks.Both, stack => Assert.All(
        stack.Graph.OfType("pulumi:providers:aws"), provider =>
        {
            Assert.Null(provider.Inputs["defaultTags"]);
            Assert.Equal("adaptive", provider.Inputs.Text("retryMode"));
            Assert.Equal([stack.Settings.AccountId], JsonSerializer.Deserialize<string[]>(provider.Inputs.Text("allowedAccountIds")!)!);
        }));

    [Fact]
    public void PhysicalNames_AreUniqueInTheirRegion() => Assert.All(stacks.Both, stack => Assert.All(
        stack.Graph.Aws()
            .Select(resource => (
                resource.Type,
                Region: stack.Graph.ProviderOf(resource).Name,
                Name: resource.Inputs.Text("name") ?? resource.Inputs.Text("clusterIdentifier") ?? resource.Inputs.Text("identifier")))
            .Where(key => key.Name is not null && !NamedWithinAnother.Contains(key.Type))
            .GroupBy(key => key),
        group => Assert.Single(group)));

    /// <summary>Tags as a map; an Auto Scaling group has them as a list.</summary>
    private static Dictionary<string, string>? TagsOf(GraphResource resource) => resource.Inputs["tags"] switch
    {
        MapValue map => map.Keys.ToDictionary(key => key, key => map.Text(key) ?? string.Empty),
        ListValue list => list.Cast<MapValue>().ToDictionary(tag => tag.Text("key")!, tag => tag.Text("value") ?? string.Empty),
        _ => null,
    };

    private static string? DeclaredRegion(ResourceGraph graph, GraphResource resource)
    {
        if (TagsOf(resource) is { } tags)
        {
            return tags["dr:region"];
        }

        var parent = resource.Parent;
        while (parent is not null)
        {
            var component = graph.Find(parent);
            if (component.Outputs.Text("region") is { } region)
            {
                return region;
            }

            parent = component.Parent;
        }

        return null;
    }
}
