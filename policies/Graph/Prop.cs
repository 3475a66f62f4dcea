using System.Globalization;

namespace DrInfra.Policies.Graph;

/// <summary>
/// A property as a rule reads it: absent, unknown or known, with its path. Reading deeper into an absent or unknown value gives
/// the same again, so a rule asks once, at the leaf. Secrets are read through; text that spells a flag or a number counts as one,
/// because providers write both.
/// </summary>
public readonly struct Prop
{
    private readonly PropertyValue? _value;

    // The name of a property of the resource, or the path of a value within one. Most are never told.
    private readonly object? _path;

    internal Prop(PropertyValue? value, object? path)
    {
        // A sealed secret is known by the deployment alone: it may be a text, and it may be a list.
        var unwrapped = value is SecretValue { IsSealed: true } ? UnknownValue.Unknown : value?.Unwrapped;
        _value = unwrapped is NullValue ? null : unwrapped;
        _path = path;
    }

    /// <summary>A property of a document that stands alone, such as a parsed JSON text.</summary>
    public static Prop Root(PropertyValue? value, string name) => new(value, name);

    /// <summary>Not stated, or stated as null.</summary>
    public bool IsAbsent => _value is null;

    /// <summary>Only the deployment will tell.</summary>
    public bool IsUnknown => _value is UnknownValue;

    /// <summary>There, and known at this level (its members may still be unknown).</summary>
    public bool IsKnown => _value is not null and not UnknownValue;

    /// <summary>The value without its secret mark; null where absent.</summary>
    public PropertyValue? Value => _value;

    /// <summary>For messages: <c>rules[0].destination.bucket</c>.</summary>
    public string Path => _path?.ToString() ?? "";

    /// <summary>The resource's own property that this value is part of.</summary>
    internal string RootName => _path is PropPath path ? path.Root : Path;

    /// <summary>The text; a number or flag spelled out; the id of a reference to a resource. Null where absent, unknown or of another kind.</summary>
    public string? Text => _value switch
    {
        TextValue text => text.Value,
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BoolValue flag => flag.Value ? "true" : "false",
        MarkedValue { Kind: MarkedKind.Resource } reference => (reference.Content["id"] as TextValue)?.Value,
        _ => null,
    };

    /// <summary>The number; null where absent, unknown or none.</summary>
    public double? Number => _value switch
    {
        NumberValue number => number.Value,
        TextValue text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>The flag; null where absent, unknown or none.</summary>
    public bool? Flag => _value switch
    {
        BoolValue flag => flag.Value,
        TextValue text => text.Value switch { "true" or "True" => true, "false" or "False" => false, _ => null },
        _ => null,
    };

    /// <summary>The items of a list. A single object is a list of one (providers flatten such blocks). None where absent or unknown.</summary>
    public IReadOnlyList<Prop> Items
    {
        get
        {
            if (_value is ListValue list)
            {
                var items = new Prop[list.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = new Prop(list[i], new PropPath(_path, null, i));
                }

                return items;
            }

            return _value is MapValue ? [this] : [];
        }
    }

    /// <summary>The members of an object, by name. None where it is none.</summary>
    public IEnumerable<(string Name, Prop Value)> Members
    {
        get
        {
            if (_value is MapValue map)
            {
                foreach (var (name, value) in map)
                {
                    yield return (name, new Prop(value, new PropPath(_path, name, 0)));
                }
            }
        }
    }

    /// <summary>A member. Of an unknown value: unknown. Of a list of one: of its item.</summary>
    public Prop this[string name]
    {
        get
        {
            var value = _value is ListValue { Count: 1 } single ? single[0].Unwrapped : _value;
            return value switch
            {
                MapValue map => new Prop(map[name], new PropPath(_path, name, 0)),
                UnknownValue => new Prop(UnknownValue.Unknown, new PropPath(_path, name, 0)),
                _ => new Prop(null, new PropPath(_path, name, 0)),
            };
        }
    }

    /// <summary>For messages: the value as JSON, secrets hidden; <c>nothing</c> where absent, <c>unknown</c> where unknown.</summary>
    public override string ToString() => _value switch
    {
        null => "nothing",
        UnknownValue => "unknown",
        TextValue text => text.Value,
        _ => JsonPropertyText.ToJson(_value),
    };
}
