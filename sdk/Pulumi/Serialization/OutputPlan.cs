using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The output properties of a resource class; worked out once per class.</summary>
internal sealed class OutputPlan
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, OutputPlan> Plans = new();

    private readonly OutputSlot[] _slots;
    private readonly Dictionary<string, OutputSlot> _byName = [];

    private OutputPlan(Type type)
    {
        Properties = [.. from property in type.GetProperties(Members)
                         let output = property.GetCustomAttribute<OutputAttribute>()
                         where output is not null
                         select (property, output.Name ?? property.Name)];
        var slots = new List<OutputSlot>();
        foreach (var (property, name) in Properties)
        {
            // A stack gives its own outputs itself; whether it did is checked when it is done.
            if (typeof(Stack).IsAssignableFrom(type) && name != Constants.UrnProperty)
            {
                continue;
            }

            var slot = MakeSlot(property, name, slots.Count);
            slots.Add(slot);
            _byName.TryAdd(name, slot);
        }

        _slots = [.. slots];
    }

    /// <summary>The properties with <see cref="OutputAttribute"/> and their wire names.</summary>
    internal (PropertyInfo Property, string Name)[] Properties { get; }

    internal int Count => _slots.Length;

    internal static OutputPlan For(Type type) => Plans.GetOrAdd(type, static key => new OutputPlan(key));

    internal void Initialise(Resource resource, ResourceRegistration registration)
    {
        foreach (var slot in _slots)
        {
            slot.Initialise(resource, registration);
        }
    }

    internal OutputSlot? Find(string name) => _byName.GetValueOrDefault(name);

    private static OutputSlot MakeSlot(PropertyInfo property, string name, int index)
    {
        var owner = property.DeclaringType!;
        var where = $"[Output] {owner.FullName}.{property.Name}";
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new InvalidOperationException($"{where} was not an Output<T>; it is {type.Name}. Declare it as Output<{type.Name}>.");
        }

        // The setter may be private to a base class, where only the base class's own property shows it.
        var setter = owner.GetProperty(property.Name, Members | BindingFlags.DeclaredOnly)?.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{where} has no setter; declare it with '{{ get; private set; }}'.");
        var set = setter.CreateDelegate(typeof(Action<,>).MakeGenericType(owner, type));
        return (OutputSlot)Activator.CreateInstance(
            typeof(OutputSlot<,>).MakeGenericType(owner, type.GenericTypeArguments[0]),
            BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance, null, [name, index, set], null)!;
    }
}
