using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class OutputTests
{
    [Fact]
    public async Task Apply_EveryKindOfFunction_GivesItsResult()
    {
        var one = Output.Create(1);

        Assert.Equal(2, await OutputUtilities.GetValueAsync(one.Apply(value => value + 1)));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(one.Apply(value => Task.FromResult(value + 2))));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(one.Apply(value => Output.Create(value + 3))));
        Assert.Equal(5, await OutputUtilities.GetValueAsync(one.Apply(value => (Input<int>)(value + 4))));
    }

    [Fact]
    public async Task Apply_OnValueThatComesLater_GivesItsResult()
    {
        var source = new TaskCompletionSource<string>();
        var result = Output.Create(source.Task).Apply(value => value + "!").Apply(value => Output.Create(value + "?"));

        source.SetResult("now");

        Assert.Equal("now!?", await OutputUtilities.GetValueAsync(result));
    }

    [Fact]
    public async Task Apply_ThrowsOutsideARun_FaultsThatOutputOnly()
    {
        var source = Output.Create("v");
        var failing = source.Apply((Func<string, string>)(_ => throw new FormatException("broken")));

        var failure = await Assert.ThrowsAsync<FormatException>(() => OutputUtilities.GetValueAsync(failing));

        Assert.Equal("broken", failure.Message);
        Assert.Equal("v", await OutputUtilities.GetValueAsync(source));
    }

    [Fact]
    public async Task Apply_ChainOfThousandsBehindOneTask_DoesNotOverflowTheStack()
    {
        var source = new TaskCompletionSource<int>();
        var result = Output.Create(source.Task);
        for (var i = 0; i < 20_000; i++)
        {
            result = result.Apply(value => value + 1);
        }

        source.SetResult(0);

        Assert.Equal(20_000, await OutputUtilities.GetValueAsync(result));
    }

    [Fact]
    public async Task All_MixedInputs_KeepsTheirOrder()
    {
        Input<string> later = Output.Create(Task.FromResult("b"));

        var fromInputs = await OutputUtilities.GetValueAsync(Output.All<string>("a", later, "c"));
        var fromOutputs = await OutputUtilities.GetValueAsync(Output.All(Output.Create(1), Output.Create(2)));

        Assert.Equal<string>(["a", "b", "c"], fromInputs);
        Assert.Equal<int>([1, 2], fromOutputs);
    }

    [Fact]
    public async Task Tuple_TwoAndEightValues_KeepsTheirPlaces()
    {
        var two = await OutputUtilities.GetValueAsync(Output.Tuple(Output.Create("a"), Output.Create(1)));
        var eight = await OutputUtilities.GetValueAsync(Output.Tuple<int, string, int, string, int, string, int, string>(
            1, "2", 3, "4", Output.Create(5), "6", 7, "8"));

        Assert.Equal(("a", 1), two);
        Assert.Equal((1, "2", 3, "4", 5, "6", 7, "8"), eight);
    }

    [Fact]
    public async Task Tuple_OfInputThatIsNull_KeepsTheNull()
    {
        Input<string>? none = null;

        var both = await OutputUtilities.GetValueAsync(Output.Tuple<Input<string>?, int>(none, Output.Create(0)));

        Assert.Null(both.Item1);
    }

    [Fact]
    public async Task Format_InputsOutputsAndPlainValues_FillsTheHoles()
    {
        Input<string> input = "in";

        var text = await OutputUtilities.GetValueAsync(Output.Format($"{{{input}}}-{Output.Create(7)}-{"plain"}-{3.5:F2}"));

        Assert.Equal("{in}-7-plain-3.50", text);
    }

    [Fact]
    public async Task JsonSerialize_NestedOutputs_WritesTheirValues()
    {
        var value = Output.Create(new Dictionary<string, object>
        {
            ["now"] = Output.Create("a"),
            ["later"] = Output.Create(Task.Delay(1).ContinueWith(_ => 2, TaskScheduler.Default)),
            ["plain"] = true,
        });

        var json = await OutputUtilities.GetValueAsync(Output.JsonSerialize(value));

        Assert.Equal("""{"now":"a","later":2,"plain":true}""", json);
    }

    [Fact]
    public async Task JsonSerialize_NestedSecretOrUnknown_PassesOnToTheText()
    {
        var secret = Output.JsonSerialize(Output.Create(new[] { Output.CreateSecret("s") }));
        var unknown = Output.JsonSerialize(Output.Create(new[] { OutputUtilities.CreateUnknown("u") }));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task JsonDeserialize_Text_GivesTheValue()
    {
        var list = await OutputUtilities.GetValueAsync(Output.JsonDeserialize<int[]>(Output.Create("[1,2]")));

        Assert.Equal([1, 2], list);
    }

    [Fact]
    public async Task ListOutput_FirstGetAtLength_LookInside()
    {
        var list = Output.All(Output.Create("a"), Output.Create("b"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(list.GetAt(1)));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(list.Length()));
    }

    [Fact]
    public void ToString_OutsideARun_Throws()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString());

        Assert.Contains("Trying to acquire Deployment.Instance before 'Run' was called.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToString_InARun_SaysThatItIsNotSupported()
    {
        var text = "";

        await Run.PreviewAsync(new RecordingCloud(), () => text = Output.Create(1).ToString());

        Assert.Contains("Calling [ToString] on an [Output<T>] is not supported", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dependencies_OfResourceOutput_AreTheOwnerOnly()
    {
        Thing first = null!;
        Thing second = null!;
        await Run.UpdateAsync(new RecordingCloud(), () =>
        {
            first = new Thing("first", new ThingArgs { Text = "t" });
            second = new Thing("second", new ThingArgs { Text = first.Text });
        });

        Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Text));
    }

    [Fact]
    public async Task Dependencies_OfCombinedOutputs_AddUp()
    {
        Thing first = null!;
        Thing second = null!;
        Output<string> both = null!;
        await Run.UpdateAsync(new RecordingCloud(), () =>
        {
            first = new Thing("first", new ThingArgs { Text = "a" });
            second = new Thing("second", new ThingArgs { Text = "b" });
            both = Output.Format($"{first.Text}{second.Text}").Apply(text => text + "!");
        });

        var dependencies = await OutputUtilities.GetDependenciesAsync(both);

        Assert.Equal("ab!", await OutputUtilities.GetValueAsync(both));
        Assert.True(dependencies.SetEquals([first, second]));
    }

    [Fact]
    public async Task WithDependency_PlainOutput_AddsTheResource()
    {
        Thing thing = null!;
        await Run.UpdateAsync(new RecordingCloud(), () => thing = new Thing("t"));

        var output = OutputUtilities.WithDependency(Output.Create("v"), thing);

        Assert.Equal("v", await OutputUtilities.GetValueAsync(output));
        Assert.Contains(thing, await OutputUtilities.GetDependenciesAsync(output));
    }

    [Fact]
    public async Task Output_AfterTheRun_CanStillBeReadAndApplied()
    {
        Thing thing = null!;
        await Run.UpdateAsync(new RecordingCloud(), () => thing = new Thing("t", new ThingArgs { Text = "v" }));

        Assert.Equal("v!", await OutputUtilities.GetValueAsync(thing.Text.Apply(text => text + "!")));
    }
}
