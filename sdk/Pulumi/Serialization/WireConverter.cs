using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns wire values into the types of output properties. A value of the wrong type becomes the default of the type.</summary>
internal static class WireConverter
{
    private static readonly object Mismatch = new();
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Converters = new();

    internal static T Convert<T>(object? wire) => wire is T done && typeof(T) == typeof(string) ? done : (T)ToType(wire, typeof(T))!;

    /// <exception cref="InvalidOperationException">Outputs cannot have this type.</exception>
    internal static void CheckType(Type target) => Converters.GetOrAdd(target, Make);

    private static object? ToType(object? wire, Type target)
    {
        var value = wire is null ? Mismatch : Converters.GetOrAdd(target, Make)(wire);
        return !ReferenceEquals(value, Mismatch) ? value : target.IsValueType ? Activator.CreateInstance(target) : null;
    }

    private static bool TryToType(object wire, Type target, out object? value)
    {
        value = Converters.GetOrAdd(target, Make)(wire);
        return !ReferenceEquals(value, Mismatch);
    }

    private static Func<object, object?> Make(Type target)
    {
        if (target == typeof(object))
        {
            return wire => wire;
        }

        if (target == typeof(int))
        {
            return wire => wire is double number ? (int)number : Mismatch;
        }

        if (target == typeof(string) || target == typeof(bool) || target == typeof(double)
            || typeof(AssetOrArchive).IsAssignableFrom(target) || typeof(Resource).IsAssignableFrom(target))
        {
            return wire => target.IsInstanceOfType(wire) ? wire : Mismatch;
        }

        if (target == typeof(JsonElement))
        {
            return wire => JsonDocument.Parse(JsonText.Write(wire)).RootElement;
        }

        if (target.IsEnum)
        {
            return wire => wire is double number ? Enum.ToObject(target, (int)number) : Mismatch;
        }

        if (target.IsConstructedGenericType)
        {
            return MakeGeneric(target);
        }

        if (target.IsValueType && target.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return MakeEnum(target);
        }

        return target.GetCustomAttribute<OutputTypeAttribute>() is not null
            ? MakeOutputType(target)
            : throw new InvalidOperationException(
                $"Outputs cannot have the type {target.FullName}: "
                + "it is not a plain type, a list, a map, a union or a class with [OutputType].");
    }

    private static Func<object, object?> MakeGeneric(Type target)
    {
        var definition = target.GetGenericTypeDefinition();
        var arguments = target.GenericTypeArguments;
        if (definition == typeof(Nullable<>))
        {
            return Converters.GetOrAdd(arguments[0], Make);
        }

        var maker = definition == typeof(Union<,>) ? nameof(MakeUnion)
            : definition == typeof(ImmutableArray<>) ? nameof(MakeArray)
            : definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string) ? nameof(MakeMap)
            : definition == typeof(Output<>) ? nameof(MakeOutput)
            : throw new InvalidOperationException(
                $"Unexpected generic target type {target.FullName}: use ImmutableArray, ImmutableDictionary or Union.");
        var generic = definition == typeof(ImmutableDictionary<,>) ? [arguments[1]] : arguments;
        return (Func<object, object?>)typeof(WireConverter)
            .GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(generic)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    private static Func<object, object?> MakeUnion<T0, T1>()
    {
        CheckType(typeof(T0));
        CheckType(typeof(T1));
        return wire => TryToType(wire, typeof(T0), out var first) ? Union<T0, T1>.FromT0((T0)first!)
            : TryToType(wire, typeof(T1), out var second) ? Union<T0, T1>.FromT1((T1)second!)
            : Mismatch;
    }

    private static Func<object, object?> MakeArray<T>()
    {
        CheckType(typeof(T));
        return wire => wire is ImmutableArray<object?> list ? ImmutableArray.CreateRange(list, Convert<T>) : Mismatch;
    }

    private static Func<object, object?> MakeMap<T>()
    {
        CheckType(typeof(T));
        return wire => wire is not ImmutableDictionary<string, object?> map ? Mismatch
            : typeof(T) == typeof(object) ? map
            : map.ToImmutableDictionary(entry => entry.Key, entry => Convert<T>(entry.Value));
    }

    private static Func<object, object?> MakeOutput<T>()
    {
        CheckType(typeof(T));
        return wire => Output.Create(Convert<T>(wire));
    }

    private static Func<object, object?> MakeEnum(Type target)
    {
        var constructors = new[] { typeof(string), typeof(double) }.ToDictionary(
            type => type,
            type => target.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [type]));
        return wire => constructors.GetValueOrDefault(wire.GetType())?.Invoke([wire]) ?? Mismatch;
    }

    private static Func<object, object?> MakeOutputType(Type target)
    {
        var constructor = target.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new InvalidOperationException($"Expected target type {target.FullName} to have an [OutputConstructor] constructor.");
        var parameters = constructor.GetParameters();
        var names = Array.ConvertAll(
            parameters, parameter => parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!);
        var invoker = ConstructorInvoker.Create(constructor);

        return wire =>
        {
            if (wire is not ImmutableDictionary<string, object?> map)
            {
                return Mismatch;
            }

            var arguments = new object?[parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = ToType(map.GetValueOrDefault(names[i]), parameters[i].ParameterType);
            }

            return invoker.Invoke(arguments.AsSpan());
        };
    }
}
