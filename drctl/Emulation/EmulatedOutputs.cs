using System.Collections.Immutable;

namespace DrInfra.Drctl.Emulation;

/// <summary>Builds an answer: the inputs as they are, what the provider computes, and its documented defaults.</summary>
internal sealed class EmulatedOutputs
{
    private readonly EmulationRequest _request;
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    private EmulatedOutputs(EmulationRequest request)
    {
        _request = request;
        foreach (var (name, value) in request.Inputs)
        {
            _values[name] = value;
        }
    }

    /// <summary>An answer that repeats the inputs.</summary>
    public static EmulatedOutputs Of(EmulationRequest request) => new(request);

    /// <summary>The same, for a resource that lives in one Region: providers of line 7 report it as <c>region</c>.</summary>
    public static EmulatedOutputs InRegion(EmulationRequest request) => Of(request).Default("region", request.Region);

    /// <summary>A value the provider decides, whatever the input says.</summary>
    public EmulatedOutputs Set(string name, object? value)
    {
        if (value is not null)
        {
            _values[name] = value;
        }

        return this;
    }

    /// <summary>A value the provider fills in when the program says nothing.</summary>
    public EmulatedOutputs Default(string name, object? value)
    {
        if (value is not null)
        {
            _values.TryAdd(name, value);
        }

        return this;
    }

    /// <summary>Lists that are empty unless given.</summary>
    public EmulatedOutputs EmptyLists(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _values.TryAdd(name, ImmutableArray<object>.Empty);
        }

        return this;
    }

    /// <summary>Flags that are off unless given.</summary>
    public EmulatedOutputs Off(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _values.TryAdd(name, false);
        }

        return this;
    }

    /// <summary>Texts that are empty unless given.</summary>
    public EmulatedOutputs EmptyTexts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _values.TryAdd(name, string.Empty);
        }

        return this;
    }

    /// <summary>A mock sees secrets unwrapped and its answer would make them plain: mark them again.</summary>
    public EmulatedOutputs Secret(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var value))
            {
                _values[name] = value switch
                {
                    string text => Pulumi.Output.CreateSecret(text),
                    _ => Pulumi.Output.CreateSecret(value),
                };
            }
        }

        return this;
    }

    /// <summary>The provider's default tags with the resource's own over them.</summary>
    public EmulatedOutputs Tagged()
    {
        if (_request.DefaultTags.Count == 0)
        {
            return Set("tagsAll", _request.Map("tags") ?? ImmutableDictionary<string, object>.Empty);
        }

        var tags = _request.DefaultTags.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (key, value) in _request.Map("tags") ?? ImmutableDictionary<string, object>.Empty)
        {
            tags[key] = value;
        }

        return Set("tagsAll", tags.ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>The answer; nothing more can be added to it.</summary>
    public EmulatedResource WithId(string? id)
    {
        // A platform has a hundred thousand answers: no tree of nodes for each, and no spare room.
        _values.TrimExcess();
        return new(id, _values);
    }
}
