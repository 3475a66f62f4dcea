using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Drctl.Recording;

/// <summary>Looks inside inputs and outputs whose type is known only at run time. One reader per value type, made once.</summary>
internal abstract class OutputReader
{
    private static readonly ConcurrentDictionary<Type, OutputReader?> BySource = new();

    /// <summary>The reader of an <see cref="Output{T}"/> or <see cref="Input{T}"/>; false for any other object.</summary>
    public static bool TryGet(object source, [NotNullWhen(true)] out OutputReader? reader)
    {
        reader = BySource.GetOrAdd(source.GetType(), Find);
        return reader is not null;
    }

    public abstract Task<OutputContent> ReadAsync(object source);

    /// <summary>The elements of an input list, each an input of its own; null for other inputs.</summary>
    public abstract Task<List<object>?> ElementsAsync(object source);

    private static OutputReader? Find(Type source)
    {
        for (var type = source; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Output<>) || open == typeof(Input<>)))
            {
                var value = type.GetGenericArguments()[0];
                var element = source.GetInterfaces()
                    .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?
                    .GetGenericArguments()[0];
                return (OutputReader)Activator.CreateInstance(typeof(Of<,>).MakeGenericType(value, element ?? typeof(object)))!;
            }
        }

        return null;
    }

    private sealed class Of<T, TElement> : OutputReader where TElement : class
    {
        private static readonly bool IsArray = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ImmutableArray<>);

        public override async Task<OutputContent> ReadAsync(object source)
        {
            var output = source as Output<T> ?? ((Input<T>)source).ToOutput();
            var dependencies = await OutputUtilities.GetDependenciesAsync(output).ConfigureAwait(false);
            var isSecret = await Output.IsSecretAsync(output).ConfigureAwait(false);
            return await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false)
                ? new OutputContent(Plain(await OutputUtilities.GetValueAsync(output).ConfigureAwait(false)), true, isSecret, dependencies)
                : new OutputContent(null, false, isSecret, dependencies);
        }

        public override async Task<List<object>?> ElementsAsync(object source)
        {
            // A map is left out: an entry that is unknown hides its key too.
            if (!IsArray || source is not IAsyncEnumerable<TElement> elements)
            {
                return null;
            }

            var list = new List<object>();
            await foreach (var element in elements.ConfigureAwait(false))
            {
                list.Add(element);
            }

            return list;
        }

        /// <summary>An uninitialised immutable array throws at every touch, so it becomes null here.</summary>
        private static object? Plain(T value) => IsArray && EqualityComparer<T>.Default.Equals(value, default) ? null : value;
    }
}
