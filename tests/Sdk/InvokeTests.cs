using System.Collections.Immutable;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class InvokeTests
{
    private static RecordingCloud Answering(params (string Key, object Value)[] entries) => new()
    {
        Call = _ => Task.FromResult<object>(entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value)),
    };

    [Fact]
    public async Task Invoke_KnownArguments_AsksTheMockAndGivesItsAnswer()
    {
        var mocks = Answering(("ids", new[] { "a", "b" }), ("total", 2));
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs { Filter = Output.Create("f"), Limit = 5 }));

        var call = Assert.Single(mocks.Calls);
        Assert.Equal(FindArgs.Token, call.Token);
        Assert.Equal("f", call.Args["filter"]);
        Assert.Equal(5.0, call.Args["limit"]);
        Assert.Equal("", call.Provider);
        var value = await OutputUtilities.GetValueAsync(result);
        Assert.Equal<string>(["a", "b"], value.Ids);
        Assert.Equal(2, value.Total);
    }

    [Fact]
    public async Task Invoke_UnknownArgument_DoesNotAskAndIsUnknown()
    {
        var mocks = Answering();
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs { Filter = OutputUtilities.CreateUnknown("u") }));

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
    }

    [Fact]
    public async Task Invoke_DependsOnResourceWithUnknownId_DoesNotAskAndIsUnknown()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs(), new InvokeOutputOptions { DependsOn = { new Thing("thing") } }));

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
    }

    [Fact]
    public async Task Invoke_LeftOutForADependency_IsUnknownWithoutIt()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs(), new InvokeOutputOptions { DependsOn = { new Thing("thing") } }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(result));
    }

    [Fact]
    public async Task Invoke_KnownArgumentOfAResourceWithUnknownId_DoesNotAskAndIsUnknown()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Thing thing = null!;
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            thing = new Thing("thing", new ThingArgs { Text = "known" });
            result = Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs { Filter = Output.CreateSecret(thing.Text) });
        });

        Assert.Equal("known", await OutputUtilities.GetValueAsync(thing.Text));
        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.False(await Output.IsSecretAsync(result));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(result));
    }

    [Fact]
    public async Task Invoke_ArgumentOfAComponentThatHasAResourceWithUnknownId_DoesNotAskAndIsUnknown()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            var group = new Group("group");
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
            result = Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs { Filter = group.Urn });
        });

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
    }

    [Fact]
    public async Task Invoke_Asked_DependsOnItsArgumentsAndOnTheResourcesGivenAsTheyAre()
    {
        var mocks = Answering(("ids", Array.Empty<string>()), ("total", 0));
        Thing thing = null!;
        Group group = null!;
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            thing = new Thing("thing", new ThingArgs { Text = "f" });
            group = new Group("group");
            _ = new Thing("inside", options: new CustomResourceOptions { Parent = group });
            result = Deployment.Instance.Invoke<FindResult>(
                FindArgs.Token, new FindArgs { Filter = thing.Text }, new InvokeOutputOptions { DependsOn = { group } });
        });

        Assert.True(await OutputUtilities.GetIsKnownAsync(result));
        Assert.Equal(
            ["group", "thing"],
            (await OutputUtilities.GetDependenciesAsync(result)).Select(resource => resource.GetResourceName()).Order());
    }

    [Fact]
    public async Task Invoke_DependsOnResourceWithKnownId_AsksAfterIt()
    {
        var mocks = Answering(("ids", Array.Empty<string>()), ("total", 0));
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs(), new InvokeOutputOptions { DependsOn = { new Thing("thing") } }));

        Assert.Single(mocks.Calls);
        Assert.True(await OutputUtilities.GetIsKnownAsync(result));
    }

    [Fact]
    public async Task Invoke_SecretArgument_IsPlainAndTheResultIsNotSecret()
    {
        var mocks = Answering(("ids", Array.Empty<string>()), ("total", 0));
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(
            FindArgs.Token, new FindArgs { Filter = Output.CreateSecret("s") }));

        Assert.Equal("s", Assert.Single(mocks.Calls).Args["filter"]);
        Assert.False(await Output.IsSecretAsync(result));
    }

    [Fact]
    public async Task Invoke_SecretInTheAnswer_MakesTheResultSecret()
    {
        var mocks = Answering(("ids", new object[] { Output.CreateSecret("s") }), ("total", 1));
        Output<FindResult> result = null!;

        await Run.PreviewAsync(mocks, () => result = Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs()));

        Assert.True(await Output.IsSecretAsync(result));
        Assert.Equal<string>(["s"], (await OutputUtilities.GetValueAsync(result)).Ids);
    }

    [Fact]
    public async Task Invoke_WithProviderOrParent_NamesTheProvider()
    {
        var mocks = Answering(("ids", Array.Empty<string>()), ("total", 0));

        await Run.PreviewAsync(mocks, () =>
        {
            var group = new Group("group", new ComponentResourceOptions { Provider = new SampleProvider("east") });
            Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs(), new InvokeOptions { Parent = group });
            Deployment.Instance.Invoke<FindResult>(
                FindArgs.Token, new FindArgs(), new InvokeOptions { Provider = new SampleProvider("west") });
        });

        Assert.Single(mocks.Calls, call => call.Provider!.EndsWith("::east::east-id", StringComparison.Ordinal));
        Assert.Single(mocks.Calls, call => call.Provider!.EndsWith("::west::west-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invoke_MockThrows_FailsTheRunEvenIfNobodyLooks()
    {
        var mocks = new RecordingCloud { Call = _ => throw new FormatException("in call") };

        var message = await Run.FailAsync(
            mocks, () => Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs()));

        Assert.Contains("System.FormatException: in call", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_AnswerThatIsNoDictionary_FailsTheRun()
    {
        var mocks = new RecordingCloud { Call = _ => Task.FromResult<object>("text") };

        var message = await Run.FailAsync(
            mocks, () => Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs()));

        Assert.Contains("System.String is not a supported argument type", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_WithEmptyMocks_FailsTheRun()
    {
        var message = await Run.FailAsync(
            new EmptyMocks(), () => Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs()));

        Assert.Contains("is not a supported argument type", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_ResultNotAskedFor_AsksTheMock()
    {
        var mocks = Answering(("ids", Array.Empty<string>()), ("total", 0));

        await Deployment.TestAsync(
            mocks, new TestOptions(), () => Deployment.Instance.InvokeAsync(FindArgs.Token, new FindArgs { Limit = 1 }));

        Assert.Equal(1.0, Assert.Single(mocks.Calls).Args["limit"]);
    }

    [Fact]
    public async Task Invoke_ResultUsedAsInput_ReachesTheResource()
    {
        var mocks = Answering(("ids", new[] { "a" }), ("total", 1));

        await Run.PreviewAsync(mocks, () =>
        {
            var found = Deployment.Instance.Invoke<FindResult>(FindArgs.Token, new FindArgs());
            _ = new Thing("thing", new ThingArgs { Items = found.Apply(result => result.Ids) });
        });

        Assert.Equal(["a"], (IEnumerable<object>)mocks.Of("thing").Inputs["items"]);
    }
}
