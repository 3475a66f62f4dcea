using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns arguments and mock states into wire values. Runs through synchronously where nothing has to be waited for. One serializer
/// handles one property after the other.
/// </summary>
internal sealed class Serializer(bool asJson = false)
{
    private readonly Stack<(string? Key, int Index)> _path = new();
    private bool _isKnown = true;
    private bool _isSecret;

    /// <summary>What the last property was made from.</summary>
    internal ResourceSet Resources { get; private set; }

    internal async ValueTask<WireValue> SerializePropertyAsync(string name, object? value)
    {
        _isKnown = true;
        _isSecret = false;
        Resources = default;
        _path.Clear();
        _path.Push((name, 0));
        var wire = await SerializeAsync(value).ConfigureAwait(false);
        return new WireValue(wire, _isKnown, _isSecret);
    }

    internal static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return new KeyValuePair<string, object?>(
                entry.Key as string ?? throw new InvalidOperationException($"Dictionaries need string keys; '{entry.Key}' is none."),
                entry.Value);
        }
    }

    private ValueTask<object?> SerializeAsync(object? value)
    {
        switch (value)
        {
            case null or bool or double or AssetOrArchive:
                return new ValueTask<object?>(value);
            case string text:
                _isKnown &= asJson || text != Constants.UnknownValue;
                return new ValueTask<object?>(value);
            case int number:
                return new ValueTask<object?>((double)number);
            case InputArgs args:
                return SerializeDictionaryAsync(args.GetMembers());
            case JsonValue json:
                return SerializeJsonAsync(json);
            case IInputCollection collection:
                return SerializeOutputAsync(collection.Content);
            case IInput input:
                return input.TryGetPlain(out var plain) ? SerializeAsync(plain) : SerializeOutputAsync(input.ToUntypedOutput());
            case IOutput output:
                return SerializeOutputAsync(output);
            case IUnion union:
                return SerializeAsync(union.Value);
            case JsonElement element:
                return new ValueTask<object?>(FromJson(element));
            case Resource resource:
                return SerializeResourceAsync(resource);
            case ImmutableDictionary<string, object?> or ImmutableArray<object?> when IsWire(value):
                return new ValueTask<object?>(value);
            case IDictionary<string, object?> map:
                return SerializeDictionaryAsync(map);
            case IDictionary map:
                return SerializeDictionaryAsync(Entries(map));
            case IList list:
                return SerializeListAsync(list);
            case ValueTuple:
                return default;
            case Enum number when number.GetTypeCode() == TypeCode.Int32:
                return new ValueTask<object?>((double)(int)(object)number);
            case Task:
                throw new InvalidOperationException($"Tasks are not allowed as arguments: wrap the task with Output.Create.\n\t{Path()}");
            default:
                return OutputTypes.TryUnwrapEnum(value, out var wrapped) ? SerializeAsync(wrapped)
                    : OutputTypes.TryGetFields(value, out var fields) ? SerializeDictionaryAsync(fields)
                    : throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{Path()}");
        }
    }

    /// <summary>Whether the value is in wire form all through, as what a mock echoes is, so that it need not be copied.</summary>
    private static bool IsWire(object? value) => value switch
    {
        null or bool or double or AssetOrArchive => true,
        string text => text != Constants.UnknownValue,
        ImmutableArray<object?> { IsDefault: false } list => list.All(IsWire),
        ImmutableDictionary<string, object?> map => map.All(entry => entry.Value is not null && IsWire(entry.Value)),
        _ => false,
    };

    private async ValueTask<object?> SerializeOutputAsync(IOutput output)
    {
        if (!output.TryGetUntyped(out var data))
        {
            data = await output.GetUntypedAsync().ConfigureAwait(false);
        }

        Resources = Resources.Union(data.Resources);
        if (asJson)
        {
            var inner = data.IsKnown ? await SerializeAsync(data.Value).ConfigureAwait(false) : Constants.UnknownValue;
            return data.IsSecret
                ? ImmutableDictionary<string, object?>.Empty
                    .Add(Constants.SignatureKey, Constants.SecretSignature).Add(Constants.ValueKey, inner)
                : inner;
        }

        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        return data.IsKnown ? await SerializeAsync(data.Value).ConfigureAwait(false) : null;
    }

    private async ValueTask<object?> SerializeJsonAsync(JsonValue json)
    {
        var value = json.Value;
        if (value is IInput input)
        {
            var output = input.ToUntypedOutput();
            if (!output.TryGetUntyped(out var data))
            {
                data = await output.GetUntypedAsync().ConfigureAwait(false);
            }

            Resources = Resources.Union(data.Resources);
            _isSecret |= data.IsSecret;
            if (!data.IsKnown)
            {
                _isKnown = false;
                return null;
            }

            value = data.Value;
        }

        var serializer = new Serializer(asJson: true);
        var wire = await serializer.SerializePropertyAsync(_path.Peek().Key ?? "", value).ConfigureAwait(false);
        Resources = Resources.Union(serializer.Resources);
        return JsonText.Write(wire.Value);
    }

    private async ValueTask<object?> SerializeResourceAsync(Resource resource)
    {
        Resources = Resources.Union(ResourceSet.Of(resource));
        if (asJson)
        {
            return await SerializeAsync(resource is CustomResource custom ? custom.Id : resource.Urn).ConfigureAwait(false);
        }

        await resource.Registration.Completion.ConfigureAwait(false);
        return OutputTypes.HasResourceType(resource.GetType()) ? resource : new DependencyResource(resource.Registration.Urn);
    }

    private async ValueTask<object?> SerializeDictionaryAsync(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in entries)
        {
            _path.Push((key, 0));
            if (await SerializeAsync(value).ConfigureAwait(false) is { } wire)
            {
                result[key] = wire;
            }

            _path.Pop();
        }

        return result.ToImmutable();
    }

    private async ValueTask<object?> SerializeListAsync(IList list)
    {
        // A default ImmutableArray has the hash code 0 and no count.
        if (list is IStructuralEquatable && list.GetHashCode() == 0 && list.Equals(Activator.CreateInstance(list.GetType())))
        {
            return ImmutableArray<object?>.Empty;
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            _path.Push((null, i));
            result.Add(await SerializeAsync(list[i]).ConfigureAwait(false));
            _path.Pop();
        }

        return result.ToImmutable();
    }

    private static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(FromJson).ToImmutableArray(),
        JsonValueKind.Object => element.EnumerateObject().ToImmutableDictionary(member => member.Name, member => FromJson(member.Value)),
        _ => null,
    };

    private string Path()
    {
        var text = "";
        foreach (var (key, index) in _path.Reverse())
        {
            text += key is null ? $"[{index}]" : text.Length == 0 ? key : $".{key}";
        }

        return text;
    }
}
