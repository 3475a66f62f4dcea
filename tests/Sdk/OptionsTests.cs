using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class OptionsTests
{
    [Fact]
    public async Task Merge_Custom_SecondScalarsWinAndListsAreJoined()
    {
        Thing first = null!;
        Thing second = null!;
        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            first = new Thing("first");
            second = new Thing("second");
        });
        var options1 = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            DeleteBeforeReplace = true,
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "x" },
            DependsOn = { first },
            Aliases = { new Alias { Name = "old" } },
        };
        var options2 = new CustomResourceOptions
        {
            Protect = false,
            ImportId = "i",
            IgnoreChanges = { "b" },
            AdditionalSecretOutputs = { "y" },
            DependsOn = { second },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
        };

        var merged = CustomResourceOptions.Merge(options1, options2);

        Assert.False(merged.Protect);
        Assert.Equal("1", merged.Version);
        Assert.True(merged.DeleteBeforeReplace);
        Assert.Equal("i", merged.ImportId);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Equal<Resource>([first, second], await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
        Assert.Single(merged.Aliases);
        Assert.Equal(TimeSpan.FromMinutes(5), merged.CustomTimeouts?.Create);
        Assert.Equal(["a"], options1.IgnoreChanges);
        Assert.NotSame(options1, merged);
    }

    [Fact]
    public void Merge_WithNull_KeepsTheOther()
    {
        Assert.True(CustomResourceOptions.Merge(null, new CustomResourceOptions { Protect = true }).Protect);
        Assert.True(ComponentResourceOptions.Merge(new ComponentResourceOptions { Protect = true }, null).Protect);
        Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);
    }

    [Fact]
    public async Task Merge_Component_JoinsTheProviders()
    {
        var count = 0;

        await Run.PreviewAsync(new RecordingCloud(), () => count = ComponentResourceOptions.Merge(
            new ComponentResourceOptions { Providers = { new SampleProvider("a") } },
            new ComponentResourceOptions { Providers = { new SampleProvider("b", "other") } }).Providers.Count);

        Assert.Equal(2, count);
    }

    [Fact]
    public void Lists_OfNewOptions_AreThere()
    {
        var options = new CustomResourceOptions();

        Assert.Empty(options.IgnoreChanges);
        Assert.Empty(options.ReplaceOnChanges);
        Assert.Empty(options.Aliases);
        Assert.Empty(options.ResourceTransformations);
        Assert.NotNull(options.DependsOn);
        Assert.Empty(new ComponentResourceOptions().Providers);
    }

    [Fact]
    public async Task DependsOn_WaitsForTheResourceAndForWhatAComponentContains()
    {
        var gate = new TaskCompletionSource();
        var slowIsDone = false;
        var seen = new Dictionary<string, bool>();
        var mocks = new RecordingCloud
        {
            Resource = async args =>
            {
                if (args.Name == "slow")
                {
                    await gate.Task;
                    await Task.Delay(20);
                    slowIsDone = true;
                }
                else
                {
                    lock (seen)
                    {
                        seen[args.Name!] = slowIsDone;
                    }
                }

                return ($"{args.Name}-id", args.Inputs);
            },
        };

        await Run.PreviewAsync(mocks, () =>
        {
            Thing slow = null!;
            var group = new Group(
                "group", fill: self => slow = new Thing("slow", options: new CustomResourceOptions { Parent = self }));
            _ = new Thing("direct", options: new CustomResourceOptions { DependsOn = { slow } });
            _ = new Thing("through", options: new CustomResourceOptions { DependsOn = { group } });
            gate.SetResult();
        });

        Assert.True(seen["direct"]);
        Assert.True(seen["through"]);
    }
}
