using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk.Providers;

/// <summary>
/// One run of a program under mocks: records what reaches the mock. A resource's state is its inputs and <see cref="Outputs"/> over them.
/// </summary>
internal sealed class ProviderRun
{
    private readonly RecordingCloud _cloud;

    public ProviderRun() => _cloud = new RecordingCloud
    {
        Resource = args => RecordingCloud.Answer(args, args.Inputs.SetItems(Outputs)),
        Call = _ => Task.FromResult<object>(CallResult.ToImmutableDictionary()),
    };

    public Dictionary<string, object> Outputs { get; init; } = [];

    public Dictionary<string, object> CallResult { get; init; } = [];

    public IReadOnlyCollection<MockResourceArgs> Resources => _cloud.Resources;

    public IReadOnlyCollection<MockCallArgs> Calls => _cloud.Calls;

    public Task Run(Action program) => Deployment.TestAsync(_cloud, new TestOptions { IsPreview = false }, program);

    public Task Run(Func<Task> program) => Deployment.TestAsync(_cloud, new TestOptions { IsPreview = false }, program);

    /// <summary>Runs a program of one resource and gives what the mock saw of it.</summary>
    public async Task<MockResourceArgs> RunOne(Action program)
    {
        await Run(program);
        return Assert.Single(Resources);
    }

    public static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static ImmutableDictionary<string, object> Map(object value) => Assert.IsType<ImmutableDictionary<string, object>>(value);

    public static ImmutableArray<object> List(object value) => Assert.IsType<ImmutableArray<object>>(value);

    /// <summary>The value below <paramref name="root"/>: a string steps into an object, an int into a list.</summary>
    public static object At(object root, params object[] path) => path.Aggregate(
        root, (value, step) => step is int index ? List(value)[index] : Map(value)[(string)step]);
}
