using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(new OutputData<T>(value, default));

    public static Output<T> Create<T>(Task<T> value) => new(FromTask(value, isSecret: false));

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, default, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromTask(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecrecy(value, isSecret: true);

    public static Output<T> Unsecret<T>(Output<T> output) => WithSecrecy(output, isSecret: false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        return data.IsSecret;
    }

    /// <summary>All values in order: unknown if one is unknown, secret if one is secret.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => AllOf([.. inputs.Select(input => input.ToOutput())]);

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => AllOf([.. inputs.Select(input => input.ToOutput())]);

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => AllOf([.. outputs]);

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => AllOf([.. outputs]);

    /// <summary>The formatted text, with inputs and outputs in the holes replaced by their values.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        var sources = new List<IOutput>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (AsOutput(argument) is { } source)
            {
                sources.Add(source);
            }
        }

        return Join(
            [.. sources],
            values =>
            {
                var next = 0;
                var plain = arguments.Select(argument => AsOutput(argument) is null ? argument : values[next++].Value).ToArray();
                return string.Format(formattableString.Format, plain);
            });

        static IOutput? AsOutput(object? argument) =>
            argument as IOutput ?? (argument as IInput)?.ToUntypedOutput();
    }

    /// <summary>An output of what <paramref name="build"/> makes of the values of all sources, once they are all there and known.</summary>
    internal static Output<TResult> Join<TResult>(IOutput[] sources, Func<UntypedData[], TResult> build)
    {
        var values = new UntypedData[sources.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            if (!sources[i].TryGetUntyped(out values[i]))
            {
                return new Output<TResult>(JoinLater(sources, values, i, build));
            }
        }

        try
        {
            return new Output<TResult>(Joined(values, build));
        }
        catch (Exception exception)
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }
    }

    private static async Task<OutputData<TResult>> JoinLater<TResult>(
        IOutput[] sources, UntypedData[] values, int from, Func<UntypedData[], TResult> build)
    {
        for (var i = from; i < sources.Length; i++)
        {
            values[i] = await sources[i].GetUntypedAsync().ConfigureAwait(false);
        }

        return Joined(values, build);
    }

    private static OutputData<TResult> Joined<TResult>(UntypedData[] values, Func<UntypedData[], TResult> build)
    {
        var isKnown = true;
        var isSecret = false;
        foreach (var value in values)
        {
            isKnown &= value.IsKnown;
            isSecret |= value.IsSecret;
        }

        return new OutputData<TResult>(
            isKnown ? build(values) : default!, ResourceSet.Union(values.Select(value => value.Resources)), isKnown, isSecret);
    }

    private static Output<ImmutableArray<T>> AllOf<T>(Output<T>[] outputs)
    {
        var known = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var plain = true;
        foreach (var output in outputs)
        {
            if (output.TryGetData(out var data) && data.IsKnown && !data.IsSecret && data.Resources.IsEmpty)
            {
                known.Add(data.Value);
            }
            else
            {
                plain = false;
                break;
            }
        }

        return plain
            ? Create(known.MoveToImmutable())
            : Join([.. outputs], values => values.Select(value => (T)value.Value!).ToImmutableArray());
    }

    private static Task<OutputData<T>> FromTask<T>(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Later();

        async Task<OutputData<T>> Later() => new(await value.ConfigureAwait(false), default, isSecret: isSecret);
    }

    private static Output<T> WithSecrecy<T>(Output<T> output, bool isSecret)
    {
        return output.TryGetData(out var data) ? new Output<T>(data.Secret(isSecret)) : new Output<T>(Later());

        async Task<OutputData<T>> Later()
        {
            var later = await output.GetDataAsync().ConfigureAwait(false);
            return later.Secret(isSecret);
        }
    }
}
