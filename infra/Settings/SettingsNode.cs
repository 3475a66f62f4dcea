using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>
/// One object of the settings while it is read. Every read that fails adds a problem and returns a usable stand-in, so that
/// reading goes on and finds the next problem.
/// </summary>
internal sealed class SettingsNode
{
    private readonly JsonElement _element;
    private readonly SettingsProblems _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public SettingsNode(JsonElement element, string path, SettingsProblems problems)
    {
        _problems = problems;
        Path = path;
        _element = element;
    }

    public string Path { get; }

    public bool Has(string key) => Element(key) is not null;

    /// <summary>The names of the keys that are there, for objects whose keys are names.</summary>
    public IEnumerable<string> Keys => _element.EnumerateObject().Select(property => property.Name);

    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public string CureWith(string key, string value) => _problems.CureWith(At(key), value);

    public void Problem(string key, string what, string allowed, string? cure = null) =>
        _problems.Add(At(key), what, Element(key), allowed, cure);

    public string Text(string key, Regex pattern, string allowed, string? fallback = null)
    {
        if (Element(key) is not { } element)
        {
            return fallback ?? Missing(key, allowed, string.Empty);
        }

        // An id of digits alone is easily written without quotes; YAML makes a number of it.
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        if (text is not null && pattern.IsMatch(text))
        {
            return text;
        }

        Problem(key, text is null ? "a text is wanted here" : "this is not of the form that is wanted here", allowed);
        return fallback ?? string.Empty;
    }

    public string? OptionalText(string key, Regex pattern, string allowed) => Has(key) ? Text(key, pattern, allowed) : null;

    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices, T? fallback = default)
        where T : struct
    {
        var allowed = string.Join(", ", choices.Keys);
        if (Element(key) is not { } element)
        {
            if (fallback is { } known)
            {
                return known;
            }

            Problem(key, "missing", allowed, CureWith(key, choices.Keys.First()));
            return default;
        }

        if (element.ValueKind == JsonValueKind.String && choices.TryGetValue(element.GetString()!, out var choice))
        {
            return choice;
        }

        var nearest = element.ValueKind == JsonValueKind.String ? NearestName.Of(element.GetString()!, choices.Keys) : null;
        Problem(
            key,
            nearest is null ? "not one of the choices" : $"not one of the choices; did you mean {nearest}?",
            allowed,
            CureWith(key, nearest ?? choices.Keys.First()));
        return fallback ?? default;
    }

    public bool Flag(string key, bool fallback)
    {
        switch (Element(key))
        {
            case null:
                return fallback;
            case { ValueKind: JsonValueKind.True }:
                return true;
            case { ValueKind: JsonValueKind.False }:
                return false;
            default:
                Problem(key, "true or false is wanted here", "true, false");
                return fallback;
        }
    }

    public double Number(string key, double min, double max, string unit, double? fallback = null)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a number of {unit} from {min} to {max}");
        if (Element(key) is not { } element)
        {
            return fallback ?? Missing(key, allowed, min);
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Problem(key, element.ValueKind == JsonValueKind.Number ? "out of range" : "a number is wanted here", allowed);
        return fallback ?? min;
    }

    public int Whole(string key, int min, int max, string unit, int fallback)
    {
        var number = Number(key, min, max, unit, fallback);
        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        Problem(key, "a whole number is wanted here", $"a whole number of {unit} from {min} to {max}");
        return fallback;
    }

    public TimeSpan Duration(string key, TimeSpan fallback)
    {
        if (Element(key) is not { } element)
        {
            return fallback;
        }

        if (element.ValueKind == JsonValueKind.String && DurationText.TryParse(element.GetString(), out var duration))
        {
            return duration;
        }

        Problem(key, "a duration is wanted here", DurationText.Allowed);
        return fallback;
    }

    public TimeSpan? DurationOrNone(string key, TimeSpan? fallback)
    {
        if (Element(key) is { ValueKind: JsonValueKind.String } element && element.GetString() == "none")
        {
            return null;
        }

        if (!Has(key))
        {
            return fallback;
        }

        var stopper = TimeSpan.FromTicks(-1);
        var read = Duration(key, stopper);
        return read == stopper ? fallback : read;
    }

    public IReadOnlyList<string> Texts(string key, Regex pattern, string allowed)
    {
        if (Element(key) is not { } element)
        {
            return [];
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Problem(key, "a list is wanted here", $"a list of {allowed}");
            return [];
        }

        var texts = new List<string>();
        foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
        {
            if (item.ValueKind == JsonValueKind.String && pattern.IsMatch(item.GetString()!))
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                _problems.Add($"{At(key)}[{index}]", "this is not of the form that is wanted here", item, allowed);
            }
        }

        return texts;
    }

    public SettingsNode? Object(string key)
    {
        if (Element(key) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            return new SettingsNode(element, At(key), _problems);
        }

        Problem(key, "an object is wanted here", "keys and values");
        return null;
    }

    public IReadOnlyList<SettingsNode> Objects(string key)
    {
        if (Element(key) is not { } element)
        {
            return [];
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Problem(key, "a list is wanted here", "a list of objects");
            return [];
        }

        var nodes = new List<SettingsNode>();
        foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(new SettingsNode(item, $"{At(key)}[{index}]", _problems));
            }
            else
            {
                _problems.Add($"{At(key)}[{index}]", "an object is wanted here", item, "keys and values");
            }
        }

        return nodes;
    }

    /// <summary>Reports every key that nothing has asked for. Call it last; <paramref name="also"/> are keys of other variants.</summary>
    public void RefuseUnknownKeys(params string[] also)
    {
        _known.UnionWith(also);
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            var nearest = NearestName.Of(key, _known);
            _problems.Add(
                At(key),
                nearest is null ? "unknown key" : $"unknown key; did you mean {nearest}?",
                _element.GetProperty(key),
                string.Join(", ", _known.Order(StringComparer.Ordinal)),
                nearest is null ? $"remove {At(key)}" : $"rename it to {nearest}");
        }
    }

    private JsonElement? Element(string key)
    {
        _known.Add(key);
        return _element.TryGetProperty(key, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private T Missing<T>(string key, string allowed, T standIn)
    {
        Problem(key, "missing", allowed);
        return standIn;
    }
}
