using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>A member of an arguments class that holds an input: its wire name, and how to get its value.</summary>
internal sealed record InputMember(string Name, bool IsJson, Func<object, object?> Get)
{
    private static readonly ConcurrentDictionary<Type, InputMember[]> Known = new();

    /// <summary>All inputs of an arguments class, those of its base classes too.</summary>
    public static InputMember[] Of(Type type) => Known.GetOrAdd(type, Find);

    private static InputMember[] Find(Type type)
    {
        // Lists and maps carry the attribute on a private field, and private members are listed by their own class only.
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var members = new List<InputMember>();
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(Declared))
            {
                Add(members, field, field.GetValue);
            }

            foreach (var property in declaring.GetProperties(Declared))
            {
                Add(members, property, property.GetValue);
            }
        }

        return [.. members];
    }

    private static void Add(List<InputMember> members, MemberInfo member, Func<object, object?> get)
    {
        // The attribute keeps what it was given to itself, so its constructor's arguments are read instead.
        var attribute = member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(InputAttribute));
        if (attribute?.ConstructorArguments is { Count: > 0 } arguments && arguments[0].Value is string name)
        {
            members.Add(new InputMember(name, arguments.Count > 2 && arguments[2].Value is true, get));
        }
    }
}
