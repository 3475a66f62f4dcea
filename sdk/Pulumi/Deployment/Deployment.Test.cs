using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    // What the package ends with when the error has been logged already.
    private const int FailureWasLogged = 32;

    /// <summary>Runs the stack against mocks; the result has all resources in registration order, the stack first.</summary>
    /// <exception cref="RunException">The run failed, or logged one error.</exception>
    /// <exception cref="AggregateException">The run logged several errors.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null) where TStack : Stack, new() =>
        RunTestAsync(mocks, options, () => Task.FromResult<Stack>(CreateStack<TStack>()));

    /// <summary>As <see cref="TestAsync{TStack}"/>, with the stack from <paramref name="serviceProvider"/>.</summary>
    /// <inheritdoc cref="TestAsync{TStack}"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null) where TStack : Stack =>
        RunTestAsync(mocks, options, () => Task.FromResult<Stack>(
            serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"The service provider has no {typeof(TStack)}. Register the type with it before the run.")));

    /// <summary>Runs the function against mocks; gives its resources in registration order, and what it returned.</summary>
    /// <inheritdoc cref="TestAsync{TStack}"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        var resources = await RunFunctionAsync(testMocks, testOptions, async () =>
        {
            outputs = await createResources().ConfigureAwait(false);
        }).ConfigureAwait(false);
        return (resources, outputs);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        RunFunctionAsync(testMocks, testOptions, createResources);

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    private static Task<ImmutableArray<Resource>> RunFunctionAsync(IMocks mocks, TestOptions options, Func<Task> run) =>
        RunTestAsync(mocks, options, async () =>
        {
            var stack = new LambdaStack();
            await run().ConfigureAwait(false);
            return stack;
        });

    // Async, so that the running deployment is set for this flow alone and forgotten at the end.
    private static async Task<ImmutableArray<Resource>> RunTestAsync(IMocks mocks, TestOptions? options, Func<Task<Stack>> run)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var deployment = new Deployment(mocks, options);
        Running.Value = new DeploymentInstance(deployment);
        await deployment.RunAsync(run).ConfigureAwait(false);

        string[] errors;
        lock (deployment._errors)
        {
            errors = [.. deployment._errors];
        }

        return errors.Length switch
        {
            0 => [.. deployment.Resources().Where(resource => resource is not LambdaStack)],
            1 => throw new RunException(errors[0]),
            _ => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private static TStack CreateStack<TStack>() where TStack : Stack, new() =>
        (TStack)Activator.CreateInstance(typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;

    private async Task RunAsync(Func<Task<Stack>> run)
    {
        Exception? failure;
        try
        {
            var stack = await run().ConfigureAwait(false);
            stack.RegisterPropertyOutputs();
            failure = await _tasks.FinishAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        if (failure is not null)
        {
            LogError(Describe(failure));
            Environment.ExitCode = FailureWasLogged;
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        RunException => failure.Message,
        ResourceException { HideStack: true } => failure.Message,
        ResourceException => failure.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
    };

    /// <summary>The stack of a run that is given as a function.</summary>
    private sealed class LambdaStack : Stack;
}
