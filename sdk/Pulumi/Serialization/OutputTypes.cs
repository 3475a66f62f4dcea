using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>What the attributes of generated classes say; looked up once per class.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> EnumOperators = new();
    private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]?> Fields = new();
    private static readonly ConcurrentDictionary<Type, bool> ResourceTypes = new();

    /// <summary>Whether a resource of this class can be told apart by its type token.</summary>
    internal static bool HasResourceType(Type type) =>
        ResourceTypes.GetOrAdd(type, static key => key.GetCustomAttribute<ResourceTypeAttribute>(inherit: false) is not null);

    /// <summary>The text or number inside an <see cref="EnumTypeAttribute">enum struct</see>.</summary>
    internal static bool TryUnwrapEnum(object value, out object? wrapped)
    {
        var convert = EnumOperators.GetOrAdd(value.GetType(), static type =>
        {
            if (!type.IsValueType || type.GetCustomAttribute<EnumTypeAttribute>() is null)
            {
                return null;
            }

            var found = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
            return found is not null && (found.ReturnType == typeof(string) || found.ReturnType == typeof(double))
                ? found
                : throw new InvalidOperationException(
                    $"Expected {type.FullName} to have an explicit conversion operator to String or Double.");
        });
        wrapped = convert?.Invoke(null, [value]);
        return convert is not null;
    }

    /// <summary>
    /// The members of an <see cref="OutputTypeAttribute">output type</see>, so that an output can be passed on as an input.
    /// </summary>
    internal static bool TryGetFields(object value, [NotNullWhen(true)] out IEnumerable<KeyValuePair<string, object?>>? members)
    {
        var fields = Fields.GetOrAdd(value.GetType(), static type =>
            type.GetCustomAttribute<OutputTypeAttribute>() is null
                ? null
                : [.. from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                      where field.IsInitOnly
                      select (char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field)]);
        members = fields?.Select(field => new KeyValuePair<string, object?>(field.Name, field.Field.GetValue(value)));
        return members is not null;
    }
}
