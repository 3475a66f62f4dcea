using DrInfra.Tests.Sdk.Samples;
using Pulumi;

namespace DrInfra.Tests.Sdk;

public sealed class TransformationTests
{
    private static readonly List<string> StackOrder = [];

    [Fact]
    public async Task Transformations_RunOwnFirstThenUpToTheStack()
    {
        var order = new List<string>();

        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { ResourceTransformations = { Note("outer") } });
            var inner = new Group("inner", new ComponentResourceOptions
            {
                Parent = outer,
                ResourceTransformations = { Note("inner") },
            });
            order.Clear();
            _ = new Thing("leaf", options: new CustomResourceOptions
            {
                Parent = inner,
                ResourceTransformations = { Note("own1"), Note("own2") },
            });
        });

        Assert.Equal(["own1", "own2", "inner", "outer"], order);

        ResourceTransformation Note(string what) => _ =>
        {
            order.Add(what);
            return null;
        };
    }

    [Fact]
    public async Task Transformation_ChangesArgs_AndTheMockSeesThem()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () => _ = new Thing("thing", new ThingArgs { Text = "before" }, new CustomResourceOptions
        {
            ResourceTransformations = { args => new ResourceTransformationResult(new ThingArgs { Text = "after" }, args.Options) },
        }));

        Assert.Equal("after", mocks.Of("thing").Inputs["text"]);
    }

    [Fact]
    public async Task Transformation_SeesTheResourceAndItsOptionsAsGiven()
    {
        Resource? seen = null;
        ResourceOptions? options = null;

        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var group = new Group("group", new ComponentResourceOptions { Protect = true });
            _ = new Thing("thing", new ThingArgs(), new CustomResourceOptions
            {
                Parent = group,
                IgnoreChanges = { "text" },
                ResourceTransformations =
                {
                    args =>
                    {
                        (seen, options) = (args.Resource, args.Options);
                        return null;
                    },
                },
            });
        });

        Assert.IsType<Thing>(seen);
        Assert.Equal("thing", seen.GetResourceName());
        Assert.Equal(["text"], options!.IgnoreChanges);
        Assert.Null(options.Protect);
    }

    [Fact]
    public async Task Transformation_ChangesTheParent_FailsTheRun()
    {
        var message = await Run.FailAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("thing", options: new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = group }),
                },
            });
        });

        Assert.Contains("System.ArgumentException", message, StringComparison.Ordinal);
        Assert.Contains("Transformations cannot currently be used to change the 'parent' of a resource", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transformation_OfTheStack_SeesEveryResource()
    {
        StackOrder.Clear();

        await Deployment.TestAsync<TransformingStack>(new RecordingCloud());

        Assert.Contains("group", StackOrder);
        Assert.Contains("leaf", StackOrder);
        Assert.True(StackOrder.IndexOf("group") < StackOrder.IndexOf("leaf"));
    }

    [Fact]
    public async Task EngineTransforms_AreAcceptedAndNeverRun()
    {
        var isRun = false;

        await Run.PreviewAsync(new RecordingCloud(), () => _ = new Thing("thing", options: new CustomResourceOptions
        {
            ResourceTransforms =
            {
                (_, _) =>
                {
                    isRun = true;
                    return Task.FromResult<ResourceTransformResult?>(null);
                },
            },
        }));

        Assert.False(isRun);
    }

    private sealed class TransformingStack : Stack
    {
        public TransformingStack() : base(new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    StackOrder.Add(args.Resource.GetResourceName());
                    return null;
                },
            },
        })
        {
            var group = new Group("group");
            _ = new Thing("leaf", options: new CustomResourceOptions { Parent = group });
        }
    }
}
