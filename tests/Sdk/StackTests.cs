using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class StackTests
{
    [Fact]
    public async Task ClassStack_ComesFirstAndItsOutputsAreRegistered()
    {
        var mocks = new RecordingCloud();

        var resources = await Deployment.TestAsync<GoodStack>(mocks);

        var stack = Assert.IsType<GoodStack>(resources[0]);
        Assert.Equal("thing", resources[1].GetResourceName());
        var urn = await OutputUtilities.GetValueAsync(stack.Urn);
        var outputs = Assert.Single(mocks.Outputs, request => request.Urn == urn).Outputs;
        Assert.Equal(["PlainName", "named"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync(outputs["named"]));
        Assert.DoesNotContain(mocks.Resources, args => args.Type == "pulumi:pulumi:Stack");
    }

    [Fact]
    public async Task FunctionStack_GivesBackWhatTheFunctionReturned()
    {
        var mocks = new RecordingCloud();

        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions(), () => new Dictionary<string, object?>
        {
            ["id"] = new Thing("thing").Id,
            ["plain"] = 1,
        });

        Assert.Equal("thing", Assert.Single(resources).GetResourceName());
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
        Assert.Equal(1, outputs["plain"]);
        Assert.Single(mocks.Outputs, request => request.Urn.EndsWith("::project-stack", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AsyncFunctionStack_GivesBackWhatTheFunctionReturned()
    {
        var (resources, outputs) = await Deployment.TestAsync(new RecordingCloud(), new TestOptions(), async () =>
        {
            // Off the test's own context: the package blocks a thread of it for the whole function.
            await Task.Delay(1).ConfigureAwait(false);
            IDictionary<string, object?> result = new Dictionary<string, object?> { ["id"] = new Thing("thing").Id };
            return result;
        });

        Assert.Single(resources);
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
    }

    [Fact]
    public async Task StackOutput_NotAssigned_FailsTheRun()
    {
        var message = await Run.FailRunAsync(() => Deployment.TestAsync<ForgetfulStack>(new RecordingCloud()));

        Assert.Equal(
            "Output(s) 'Foo' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.", message);
    }

    [Fact]
    public async Task StackOutput_ThatIsNoOutput_FailsTheRun()
    {
        var message = await Run.FailRunAsync(() => Deployment.TestAsync<WronglyTypedStack>(new RecordingCloud()));

        Assert.Equal(
            "Output(s) 'foo' have incorrect type. [Output] attributed properties must be instances of Output<T>.", message);
    }

    [Fact]
    public async Task StackConstructor_Throws_FailsTheRunWithItsException()
    {
        var message = await Run.FailRunAsync(() => Deployment.TestAsync<ThrowingStack>(new RecordingCloud()));

        Assert.Contains("System.InvalidOperationException: from the stack", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StackFromServiceProvider_IsMadeInsideTheRun()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<ServedStack>(new RecordingCloud(), new Provider());

        Assert.Equal(["project-stack", "served"], resources.Select(resource => resource.GetResourceName()));
    }

    private sealed class GoodStack : Stack
    {
        public GoodStack()
        {
            var thing = new Thing("thing");
            Named = thing.Id;
            PlainName = Output.Create(1);
        }

        [Output("named")]
        public Output<string> Named { get; set; }

        [Output]
        public Output<int> PlainName { get; set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string>? Foo { get; set; }
    }

    private sealed class WronglyTypedStack : Stack
    {
        [Output("foo")]
        public string Foo { get; set; } = "text";
    }

    private sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new InvalidOperationException("from the stack");
    }

    private sealed class ServedStack : Stack
    {
        public ServedStack(string name) => _ = new Thing(name);
    }

    private sealed class Provider : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ServedStack) ? new ServedStack("served") : null;
    }
}
