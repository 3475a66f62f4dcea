using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class ComponentTests
{
    [Fact]
    public async Task Component_IsShownToTheMock()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () => _ = new Group("group"));

        Assert.Equal(Group.TypeToken, mocks.Of("group").Type);
        Assert.Empty(mocks.Of("group").Inputs);
    }

    [Fact]
    public async Task Component_OwnOutput_IsNotOverwrittenByTheState()
    {
        Group group = null!;

        await Run.PreviewAsync(
            RecordingCloud.WithState(new Dictionary<string, object> { ["label"] = "from the mock" }), () => group = new Group("group"));

        Assert.Equal("label of group", await OutputUtilities.GetValueAsync(group.Label));
    }

    [Fact]
    public async Task RegisterOutputs_WithoutArguments_RegistersTheOutputProperties()
    {
        var mocks = new RecordingCloud();
        Group group = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            group = new Group("group");
            group.Register();
        });

        var urn = await OutputUtilities.GetValueAsync(group.Urn);
        var request = Assert.Single(mocks.Outputs, request => request.Urn == urn);
        Assert.Equal("label", Assert.Single(request.Outputs.Keys));
        Assert.Equal("label of group", await OutputUtilities.GetValueAsync(request.Outputs["label"]));
    }

    [Fact]
    public async Task RegisterOutputs_WithADictionary_RegistersItsEntries()
    {
        var mocks = new RecordingCloud();
        Group group = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            group = new Group("group");
            group.Register(new Dictionary<string, object?>
            {
                ["number"] = 1,
                ["secret"] = Output.CreateSecret("s"),
                ["unknown"] = OutputUtilities.CreateUnknown("u"),
            });
        });

        var urn = await OutputUtilities.GetValueAsync(group.Urn);
        var outputs = Assert.Single(mocks.Outputs, request => request.Urn == urn).Outputs;
        Assert.Equal(1.0, await OutputUtilities.GetValueAsync(outputs["number"]));
        Assert.True(await Output.IsSecretAsync(outputs["secret"]));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(outputs["secret"]));
        Assert.False(await OutputUtilities.GetIsKnownAsync(outputs["unknown"]));
    }

    [Fact]
    public async Task Component_ThatRegistersNothing_IsNotInTheHook()
    {
        var mocks = new RecordingCloud();
        Group group = null!;

        await Run.PreviewAsync(mocks, () => group = new Group("group"));

        var urn = await OutputUtilities.GetValueAsync(group.Urn);
        Assert.DoesNotContain(mocks.Outputs, request => request.Urn == urn);
    }

    [Fact]
    public async Task Resources_AreReturnedInRegistrationOrder()
    {
        var resources = await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var group = new Group("group");
            var first = new Thing("first", options: new CustomResourceOptions { Parent = group });
            _ = new Thing("second", new ThingArgs { Text = first.Id }, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(["group", "first", "second"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Resource_MadeInAnApply_IsWaitedFor()
    {
        var mocks = new RecordingCloud
        {
            Resource = async args =>
            {
                await Task.Delay(5);
                return ($"{args.Name}-id", args.Inputs);
            },
        };

        var resources = await Run.PreviewAsync(mocks, () => new Thing("first").Id.Apply(id => new Thing($"after {id}").Id));

        Assert.Equal(["first", "after first-id"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Resources_LongChainBehindASlowOne_DoesNotOverflowTheStack()
    {
        const int length = 3_000;
        var gate = new TaskCompletionSource();
        var mocks = new RecordingCloud
        {
            Resource = async args =>
            {
                if (args.Name == "0")
                {
                    await gate.Task;
                }

                return ($"{args.Name}-id", args.Inputs);
            },
        };

        var resources = await Run.PreviewAsync(mocks, () =>
        {
            var last = new Thing("0");
            for (var i = 1; i < length; i++)
            {
                last = new Thing($"{i}", new ThingArgs { Text = last.Id });
            }

            gate.SetResult();
        });

        Assert.Equal(length, resources.Length);
        Assert.Equal($"{length - 2}-id", mocks.Of($"{length - 1}").Inputs["text"]);
    }

    [Fact]
    public async Task Args_ChangedForTheNextResource_DoNotChangeTheFirst()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () =>
        {
            var args = new ThingArgs { Text = "first" };
            _ = new Thing("first", args);
            args.Text = "second";
            _ = new Thing("second", args);
        });

        Assert.Equal("first", mocks.Of("first").Inputs["text"]);
        Assert.Equal("second", mocks.Of("second").Inputs["text"]);
    }
}
