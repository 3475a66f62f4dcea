using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DrInfra.Policies.Graph;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>
/// Turns what a program or a mock gives (inputs, outputs, arguments, plain values) into property values, with the secret and
/// unknown marks as deep inside as the SDK sends them to the engine.
/// </summary>
/// <param name="pool">Shares equal texts.</param>
/// <param name="identify">The URN of a resource that is used as a value.</param>
internal sealed class PropertyReader(ValuePool pool, Func<Resource, string> identify)
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>?> Conversions = new();

    /// <summary>Reads a value; adds the resources that it was made from to <paramref name="sources"/>.</summary>
    /// <exception cref="NotSupportedException">The value is of a kind that no resource takes.</exception>
    public async Task<PropertyValue> ReadAsync(object? value, ISet<Resource> sources)
    {
        switch (value)
        {
            case null:
                return PropertyValue.Null;
            case string text:
                return WireMarks.IsUnknown(text) ? PropertyValue.Unknown : pool.Value(text);
            case bool flag:
                return PropertyValue.Of(flag);
            case int or double or long or float or decimal or short or byte or uint or ulong or ushort or sbyte:
                return PropertyValue.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            case Enum choice:
                return PropertyValue.Of(Convert.ToDouble(choice, CultureInfo.InvariantCulture));
            case JsonElement json:
                return ReadJson(json);
            case InputArgs args:
                return await ReadArgsAsync(args, sources).ConfigureAwait(false);
            case Asset:
                return new MarkedValue(MarkedKind.Asset, MapValue.Empty);
            case Archive:
                return new MarkedValue(MarkedKind.Archive, MapValue.Empty);
            case Resource resource:
                return await ReadResourceAsync(resource, sources).ConfigureAwait(false);
        }

        if (OutputReader.TryGet(value, out var reader))
        {
            return await ReadOutputAsync(reader, value, sources).ConfigureAwait(false);
        }

        return value switch
        {
            IDictionary map => await ReadMapAsync(map, sources).ConfigureAwait(false),
            IEnumerable list => await ReadListAsync(list, sources).ConfigureAwait(false),
            _ when Conversions.GetOrAdd(value.GetType(), FindConversion) is { } convert => await ReadAsync(convert(value), sources).ConfigureAwait(false),
            _ => throw new NotSupportedException($"A resource cannot take a value of the type {value.GetType()}."),
        };
    }

    /// <summary>One member of an arguments object; null where it is not set.</summary>
    public async Task<PropertyValue?> ReadMemberAsync(InputMember member, object value, ISet<Resource> sources)
    {
        var read = await ReadAsync(value, sources).ConfigureAwait(false);
        if (read.Unwrapped is NullValue)
        {
            return null;
        }

        return member.IsJson ? AsJsonText(read) : read;
    }

    /// <summary>A provider's inputs that are not texts travel as one text of JSON.</summary>
    private static PropertyValue AsJsonText(PropertyValue value)
    {
        if (value.ContainsUnknown)
        {
            return value.ContainsSecret ? PropertyValue.Secret(PropertyValue.Unknown) : PropertyValue.Unknown;
        }

        var text = PropertyValue.Of(JsonPropertyText.ToJson(Bare(value)));
        return value.ContainsSecret ? PropertyValue.Secret(text) : text;
    }

    private static PropertyValue Bare(PropertyValue value) => value switch
    {
        SecretValue secret => Bare(secret.Value),
        ListValue list => ListValue.Of(list.Select(Bare)),
        MapValue map => MapValue.Of(map.Select(member => KeyValuePair.Create(member.Key, Bare(member.Value)))),
        _ => value,
    };

    private async Task<PropertyValue> ReadOutputAsync(OutputReader reader, object source, ISet<Resource> sources)
    {
        var content = await reader.ReadAsync(source).ConfigureAwait(false);
        sources.UnionWith(content.Dependencies);
        var value = content.IsKnown ? await ReadAsync(content.Value, sources).ConfigureAwait(false) : PropertyValue.Unknown;
        return content.IsSecret ? PropertyValue.Secret(value) : value;
    }

    private async Task<PropertyValue> ReadArgsAsync(InputArgs args, ISet<Resource> sources)
    {
        var members = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var member in InputMember.Of(args.GetType()))
        {
            if (member.Get(args) is { } value && await ReadMemberAsync(member, value, sources).ConfigureAwait(false) is { } read)
            {
                members.Add(new(pool.Text(member.Name), read));
            }
        }

        return MapValue.Of(members);
    }

    private async Task<PropertyValue> ReadMapAsync(IDictionary map, ISet<Resource> sources)
    {
        var members = new List<KeyValuePair<string, PropertyValue>>();
        foreach (DictionaryEntry entry in map)
        {
            members.Add(new(pool.Text((string)entry.Key), await ReadAsync(entry.Value, sources).ConfigureAwait(false)));
        }

        return pool.Map(Present(members));
    }

    /// <summary>The engine drops members of an object that are null.</summary>
    private static MapValue Present(List<KeyValuePair<string, PropertyValue>> members) =>
        MapValue.Of(members.Where(member => member.Value.Unwrapped is not NullValue));

    private async Task<PropertyValue> ReadListAsync(IEnumerable list, ISet<Resource> sources)
    {
        var items = new List<PropertyValue>();
        foreach (var item in list)
        {
            items.Add(await ReadAsync(item, sources).ConfigureAwait(false));
        }

        return ListValue.Of(items);
    }

    private async Task<PropertyValue> ReadResourceAsync(Resource resource, ISet<Resource> sources)
    {
        sources.Add(resource);
        var members = new List<KeyValuePair<string, PropertyValue>> { new("urn", pool.Value(identify(resource))) };
        if (resource is CustomResource custom)
        {
            var id = await ReadAsync(custom.Id, sources).ConfigureAwait(false);
            members.Add(new("id", id.Unwrapped is TextValue ? id : PropertyValue.Of("")));
        }

        return new MarkedValue(MarkedKind.Resource, MapValue.Of(members));
    }

    private PropertyValue ReadJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => pool.Value(json.GetString()!),
        JsonValueKind.Number => PropertyValue.Of(json.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => PropertyValue.Of(json.GetBoolean()),
        JsonValueKind.Array => ListValue.Of(json.EnumerateArray().Select(ReadJson)),
        JsonValueKind.Object => MapValue.Of(json.EnumerateObject().Select(member => KeyValuePair.Create(pool.Text(member.Name), ReadJson(member.Value)))),
        _ => PropertyValue.Null,
    };

    /// <summary>How to get at what a wrapper struct of the SDK holds: a union or an enumeration.</summary>
    private static Func<object, object?>? FindConversion(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return type.GetProperty(nameof(Union<,>.Value))!.GetValue;
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is null)
        {
            return null;
        }

        var convert = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(method => method.Name == "op_Explicit" && method.GetParameters()[0].ParameterType == type);
        return choice => convert.Invoke(null, [choice]);
    }
}
