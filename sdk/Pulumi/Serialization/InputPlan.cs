using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How the members of an argument class are read; worked out once per class.</summary>
internal sealed class InputPlan
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, InputPlan> Plans = new();

    private readonly Type _type;
    private readonly Member[] _members;

    private InputPlan(Type type)
    {
        _type = type;
        var fields = from field in type.GetFields(Members)
                     let input = field.GetCustomAttribute<InputAttribute>()
                     where input is not null
                     select new Member(field.Name, input, field.GetValue);
        var properties = from property in type.GetProperties(Members)
                         let input = property.GetCustomAttribute<InputAttribute>()
                         where input is not null
                         select new Member(property.Name, input, property.GetValue);
        _members = [.. fields, .. properties];
    }

    internal static InputPlan For(Type type) => Plans.GetOrAdd(type, static key => new InputPlan(key));

    internal IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        foreach (var (member, input, read) in _members)
        {
            var value = read(args);
            if (value is not null)
            {
                yield return new KeyValuePair<string, object?>(input.Name, input.Json ? new JsonValue(value) : value);
            }
            else if (input.IsRequired)
            {
                throw new ArgumentNullException(member, $"[Input] {_type.FullName}.{member} is required but was not given a value");
            }
        }
    }

    private readonly record struct Member(string Name, InputAttribute Input, Func<object, object?> Read);
}
