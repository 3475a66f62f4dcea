using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Drctl.Recording;

/// <summary>Looks inside inputs and outputs whose type is known only at run time. One reader per type, made once.</summary>
internal abstract class OutputReader
{
    private static readonly ConcurrentDictionary<Type, OutputReader?> BySource = new();

    /// <summary>The reader of an <see cref="Output{T}"/> or <see cref="Input{T}"/>; false for any other object.</summary>
    /// <exception cref="NotSupportedException">An input list or map of an SDK that keeps its elements in another way.</exception>
    public static bool TryGet(object source, [NotNullWhen(true)] out OutputReader? reader)
    {
        reader = BySource.GetOrAdd(source.GetType(), Find);
        return reader is not null;
    }

    /// <summary>What is inside. A list or map of inputs has inputs inside, each with marks and dependencies of its own.</summary>
    public abstract Task<OutputContent> ReadAsync(object source);

    /// <summary>The property of an input list or map that holds its elements apart. It is private: the SDK's serializer reads it.</summary>
    internal static PropertyInfo ElementsOf(Type collection)
    {
        const string Name = "Value";
        var property = collection.GetProperty(Name, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        return property is not null && IsInput(property.PropertyType)
            ? property
            : throw new NotSupportedException(
                $"{collection} of {collection.Assembly.GetName().Name} {collection.Assembly.GetName().Version} has no private property "
                + $"'{Name}' with its elements; drctl reads them there, as the SDK does. Use the version in Directory.Packages.props.");
    }

    private static OutputReader? Find(Type source)
    {
        if (source.IsGenericType && source.GetGenericTypeDefinition() is var own && (own == typeof(InputList<>) || own == typeof(InputMap<>)))
        {
            var elements = ElementsOf(source);
            return new OfCollection(elements, Find(elements.PropertyType)!, Find(source.BaseType!)!);
        }

        for (var type = source; type is not null; type = type.BaseType)
        {
            if (IsInput(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>)))
            {
                return (OutputReader)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GetGenericArguments()))!;
            }
        }

        return null;
    }

    private static bool IsInput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>);

    private sealed class Of<T> : OutputReader
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

        /// <summary>An uninitialised immutable array throws at every touch, so it becomes null here.</summary>
        private static object? Plain(T value) => IsArray && EqualityComparer<T>.Default.Equals(value, default) ? null : value;
    }

    // As an output, a list or map is one whole, which is unknown or secret with any of its elements. Most are neither, and read fast.
    private sealed class OfCollection(PropertyInfo elements, OutputReader apart, OutputReader whole) : OutputReader
    {
        public override async Task<OutputContent> ReadAsync(object source) =>
            await whole.ReadAsync(source).ConfigureAwait(false) is { IsKnown: true, IsSecret: false } content
                ? content
                : await apart.ReadAsync(elements.GetValue(source)!).ConfigureAwait(false);
    }
}
