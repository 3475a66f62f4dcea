using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that is known later, or not at all during a preview, together with the resources it came from and whether it is secret.
/// </summary>
public sealed class Output<T> : IOutput
{
    private readonly OutputSlot? _slot;

    // OutputData<T> once known what it is, before that the Task<OutputData<T>> or ResourceRegistration that will say so.
    // A resource has dozens of outputs that nobody looks at, so each is only a view on the registration until it is read.
    private object _source;

    internal Output(OutputData<T> data) => _source = data;

    internal Output(Task<OutputData<T>> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _source = task.Result;
            return;
        }

        _source = task;
        Deployment.Track(task);
    }

    internal Output(ResourceRegistration registration, OutputSlot slot)
    {
        _source = registration;
        _slot = slot;
    }

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>An output of what <paramref name="func"/> makes of the value; not called while the value is unknown.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
    {
        if (!TryGetData(out var data))
        {
            return new Output<TResult>(ApplyLater(func));
        }

        try
        {
            return new Output<TResult>(data.IsKnown ? data.With(func(data.Value)) : data.Unknown<TResult>());
        }
        catch (Exception exception)
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(ApplyTask(func));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.ToOutput());

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        if (!TryGetData(out var data))
        {
            return new Output<TResult>(ApplyOutputLater(func));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(data.Unknown<TResult>());
        }

        try
        {
            var inner = func(data.Value);
            return inner is null ? new Output<TResult>(data.With(default(TResult)!))
                : inner.TryGetData(out var innerData) ? new Output<TResult>(data.Then(innerData))
                : new Output<TResult>(ThenLater(data, inner));
        }
        catch (Exception exception)
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<ValueTuple> Apply(Func<T, Task> func) => new(ApplyTask(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default(ValueTuple);
    }));

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => func(value));

    /// <summary>An output has no text: says so in the log and in the result.</summary>
    /// <exception cref="InvalidOperationException">PULUMI_ERROR_OUTPUT_STRING is 1 or true, or no deployment is running.</exception>
    public override string ToString()
    {
        const string text =
            "Calling [ToString] on an [Output<T>] is not supported. "
            + "Its value is not known yet: use o.Apply(v => $\"prefix{v}\") or Output.Format($\"prefix{o}\").";

        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } asked
            && (asked == "1" || string.Equals(asked, "true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(text);
        }

        Log.Warn(text);
        return text;
    }

    internal bool TryGetData([NotNullWhen(true)] out OutputData<T>? data)
    {
        var source = Volatile.Read(ref _source);
        if (source is ResourceRegistration { IsSuccessful: true } registration)
        {
            // The first reader decides, so that everyone sees the same instance.
            Interlocked.CompareExchange(ref _source, registration.Read<T>(_slot!), source);
            source = _source;
        }
        else if (source is Task<OutputData<T>> { IsCompletedSuccessfully: true } task)
        {
            _source = source = task.Result;
        }

        data = source as OutputData<T>;
        return data is not null;
    }

    internal ValueTask<OutputData<T>> GetDataAsync()
    {
        if (TryGetData(out var data))
        {
            return new ValueTask<OutputData<T>>(data);
        }

        return _source switch
        {
            Task<OutputData<T>> task => new ValueTask<OutputData<T>>(task),
            ResourceRegistration registration => AfterRegistrationAsync(registration),
            var done => new ValueTask<OutputData<T>>((OutputData<T>)done),
        };
    }

    internal async ValueTask<T> GetValueAsync(T whenUnknown)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    bool IOutput.TryGetUntyped(out UntypedData data)
    {
        var found = TryGetData(out var typed);
        data = found ? Untyped(typed!) : default;
        return found;
    }

    async ValueTask<UntypedData> IOutput.GetUntypedAsync() => Untyped(await GetDataAsync().ConfigureAwait(false));

    private static UntypedData Untyped(OutputData<T> data) => new(data.Value, data.Resources, data.IsKnown, data.IsSecret);

    private async ValueTask<OutputData<T>> AfterRegistrationAsync(ResourceRegistration registration)
    {
        await registration.Completion.ConfigureAwait(false);
        return TryGetData(out var data) ? data : registration.Read<T>(_slot!);
    }

    private async Task<OutputData<TResult>> ApplyLater<TResult>(Func<T, TResult> func)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.With(func(data.Value)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyTask<TResult>(Func<T, Task<TResult>> func)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.With(await func(data.Value).ConfigureAwait(false)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyOutputLater<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.Unknown<TResult>();
        }

        return func(data.Value) is { } inner ? await ThenLater(data, inner).ConfigureAwait(false) : data.With(default(TResult)!);
    }

    private static async Task<OutputData<TResult>> ThenLater<TResult>(OutputData<T> data, Output<TResult> inner) =>
        data.Then(await inner.GetDataAsync().ConfigureAwait(false));
}
