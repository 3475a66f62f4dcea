using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class UrnTests
{
    [Fact]
    public async Task Urn_DefaultNames_HasStackProjectTypeAndName()
    {
        Thing thing = null!;

        await Run.PreviewAsync(new RecordingCloud(), () => thing = new Thing("thing"));

        Assert.Equal($"urn:pulumi:stack::project::pulumi:pulumi:Stack${Thing.TypeToken}::thing", await UrnAsync(thing));
    }

    [Fact]
    public async Task Urn_NamesFromTheOptions_HasThem()
    {
        Thing thing = null!;
        var names = "";

        await Deployment.TestAsync(
            new RecordingCloud(),
            new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r" },
            () =>
            {
                thing = new Thing("thing");
                var instance = Deployment.Instance;
                names = $"{instance.ProjectName} {instance.StackName} {instance.OrganizationName} {instance.RootDirectory}";
            });

        Assert.StartsWith("urn:pulumi:s::p::", await UrnAsync(thing), StringComparison.Ordinal);
        Assert.Equal("p s o /r", names);
    }

    [Fact]
    public async Task Names_NotGiven_AreTheDefaults()
    {
        var names = "";

        await Run.PreviewAsync(new RecordingCloud(), () =>
            names = $"{Deployment.Instance.ProjectName} {Deployment.Instance.StackName} {Deployment.Instance.OrganizationName}");

        Assert.Equal("project stack organization", names);
    }

    [Fact]
    public async Task Urn_UnderNestedComponents_KeepsOnlyTheFirstAncestorType()
    {
        Thing leaf = null!;

        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            leaf = new Thing("leaf", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal($"urn:pulumi:stack::project::pulumi:pulumi:Stack${Thing.TypeToken}::leaf", await UrnAsync(leaf));
    }

    [Fact]
    public async Task Urn_OfTheStack_IsItsProjectAndName()
    {
        var resources = await Deployment.TestAsync<EmptyStack>(new RecordingCloud());

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", await UrnAsync(Assert.Single(resources)));
    }

    [Fact]
    public async Task DuplicateNames_AreNotDetected()
    {
        var resources = await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            _ = new Thing("thing");
            _ = new Thing("thing");
        });

        Assert.Equal(2, resources.Length);
    }

    [Fact]
    public async Task Resource_ShowsItsTypeAndName()
    {
        Thing thing = null!;

        await Run.PreviewAsync(new RecordingCloud(), () => thing = new Thing("thing"));

        Assert.Equal(Thing.TypeToken, thing.GetResourceType());
        Assert.Equal("thing", thing.GetResourceName());
    }

    [Fact]
    public void UrnValue_ComparesAndConverts()
    {
        var urn = new Urn("urn:pulumi:s::p::t::n");

        Assert.True(urn == new Urn("urn:pulumi:s::p::t::n"));
        Assert.True(urn != new Urn("urn:pulumi:s::p::t::m"));
        Assert.Equal("urn:pulumi:s::p::t::n", (string)urn);
    }

    [Fact]
    public async Task UrnCreate_WithoutParent_PutsTheNamesTogether()
    {
        var urn = Urn.Create("name", "test:index:Thing", project: "p", stack: "s");

        Assert.Equal("urn:pulumi:s::p::test:index:Thing::name", await OutputUtilities.GetValueAsync(urn));
    }

    private sealed class EmptyStack : Stack;

    private static Task<string> UrnAsync(Resource resource) => OutputUtilities.GetValueAsync(resource.Urn);
}
