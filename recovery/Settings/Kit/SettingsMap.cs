using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Recovery.Settings.Kit;

/// <summary>
/// One object of settings while it is read. Every read that fails adds a problem and returns a stand-in, so that reading goes on
/// and finds the next one.
/// </summary>
public sealed class SettingsMap
{
    private const string AnyObject = "keys and values";
    private const string DateAllowed = "a date as year-month-day, such as 2026-11-24";
    private const string WrongForm = "not in the expected format";
    private const string Missing = "missing";

    private readonly YamlMap _map;
    private readonly string _path;
    private readonly Dictionary<string, YamlMember> _members;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Begins to read an object.</summary>
    /// <param name="map">The object.</param>
    /// <param name="path">The path that leads to it; empty for the whole.</param>
    /// <param name="reading">Receives the problems.</param>
    public SettingsMap(YamlMap map, string path, SettingsReading reading)
    {
        _map = map;
        _path = path;
        _members = map.Members.ToDictionary(member => member.Key, StringComparer.Ordinal);
        Reading = reading;
    }

    /// <summary>The reading that this is a part of.</summary>
    public SettingsReading Reading { get; }

    /// <summary>Where the object begins, from 1.</summary>
    public int Line => _map.Where.Line;

    /// <summary>Every key with its value, for objects whose keys are names.</summary>
    public IReadOnlyList<YamlMember> Members => _map.Members;

    /// <summary>The path of a key.</summary>
    public string At(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    /// <summary>Whether something stands at a key.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value of a key; null where it is not there or nothing stands there.</summary>
    public YamlMember? Find(string key)
    {
        _known.Add(key);
        return _members.GetValueOrDefault(key) is { Value: not YamlText { IsNothing: true } } found ? found : null;
    }

    /// <summary>Says that the value of a key is wrong.</summary>
    public void Problem(string key, string what, string? allowed = null, string? fix = null)
    {
        var member = _members.GetValueOrDefault(key);
        Reading.Add(At(key), member?.Value.Where ?? _map.Where, what, member?.Value.Shown ?? "nothing", allowed, fix);
    }

    /// <summary>A text of any form that is not blank; null where there is none.</summary>
    public string? OptionalText(string key, string allowed)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        if (member.Value is YamlText { Text: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Problem(key, member.Value is YamlText ? "empty" : "expected a string", allowed);
        return null;
    }

    /// <summary>A text of any form that is not blank.</summary>
    public string Text(string key, string allowed)
    {
        RefuseMissing(key, allowed);
        return OptionalText(key, allowed) ?? "";
    }

    /// <summary>A text of a form. Without a fallback it must be there.</summary>
    public string Text(string key, Regex form, string allowed, string? fallback = null)
    {
        if (Find(key) is not { } member)
        {
            if (fallback is null)
            {
                RefuseMissing(key, allowed);
            }

            return fallback ?? "";
        }

        // An id of digits alone is easily written without quotes: that it is a number then is no reason to refuse it.
        if (member.Value is YamlText { Flag: null } text && form.IsMatch(text.Text))
        {
            return text.Text;
        }

        Problem(key, member.Value is YamlText { Flag: null } ? WrongForm : "expected a string", allowed);
        return fallback ?? "";
    }

    /// <summary>A text of a form; null where there is none.</summary>
    public string? OptionalText(string key, Regex form, string allowed) => Has(key) ? Text(key, form, allowed) : null;

    /// <summary>One of some names. Without a fallback it must be there.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices, T? fallback = default)
        where T : struct
    {
        var allowed = string.Join(", ", choices.Keys);
        var first = choices.Keys.First();
        if (Find(key) is not { } member)
        {
            if (fallback is null)
            {
                Problem(key, Missing, allowed, Reading.Fix(At(key), first) ?? $"add {key}");
            }

            return fallback ?? default;
        }

        if (member.Value is YamlText text && choices.TryGetValue(text.Text, out var choice))
        {
            return choice;
        }

        var nearest = member.Value is YamlText { Text: var name } ? NearestName.Of(name, choices.Keys) : null;
        Problem(key, NearestName.Hint("not an allowed value", nearest), allowed, Reading.Fix(At(key), nearest ?? first));
        return fallback ?? default;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool fallback)
    {
        if (Find(key) is not { } member)
        {
            return fallback;
        }

        if (member.Value is YamlText { Flag: { } flag })
        {
            return flag;
        }

        Problem(key, "expected true or false", "true, false");
        return fallback;
    }

    /// <summary>A number within bounds. Without a fallback it must be there.</summary>
    public double Number(string key, double min, double max, string unit, double? fallback = null)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a number of {unit} from {min} to {max}");
        if (Find(key) is not { } member)
        {
            if (fallback is null)
            {
                RefuseMissing(key, allowed);
            }

            return fallback ?? min;
        }

        var number = (member.Value as YamlText)?.Number;
        if (number >= min && number <= max)
        {
            return number.Value;
        }

        Problem(key, number is null ? "expected a number" : "out of range", allowed);
        return fallback ?? min;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(string key, int min, int max, string unit, int fallback)
    {
        var number = Number(key, min, max, unit, fallback);
        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        Problem(key, "expected a whole number", $"a whole number of {unit} from {min} to {max}");
        return fallback;
    }

    /// <summary>A day; null where there is none.</summary>
    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key, DateAllowed) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problem(key, "not a date", DateAllowed);
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly Date(string key)
    {
        RefuseMissing(key, DateAllowed);
        return OptionalDate(key) ?? default;
    }

    /// <summary>A duration; null where there is none.</summary>
    public TimeSpan? OptionalDuration(string key, string allowed = DurationText.Allowed)
    {
        if (OptionalText(key, allowed) is not { } text)
        {
            return null;
        }

        if (DurationText.TryParse(text, out var duration))
        {
            return duration;
        }

        Problem(key, "not a duration", allowed);
        return null;
    }

    /// <summary>A duration, or null for <c>none</c>; the fallback where neither is said.</summary>
    public TimeSpan? DurationOrNone(string key, TimeSpan? fallback) =>
        Find(key) is { Value: YamlText { Text: "none" } } ? null : OptionalDuration(key, DurationText.Allowed + ", or none") ?? fallback;

    /// <summary>The texts of a list that has at least one; each with its line.</summary>
    public IReadOnlyList<YamlText> RequiredTexts(string key, string allowed)
    {
        RefuseMissing(key, allowed);
        var items = Items(key, allowed);
        if (items is { Count: 0 })
        {
            Problem(key, "empty", allowed);
        }

        return Texts(key, items ?? [], allowed, text => !text.IsNothing && !string.IsNullOrWhiteSpace(text.Text), "expected a string");
    }

    /// <summary>The texts of a list, each of a form; none where there is no list.</summary>
    public IReadOnlyList<string> Texts(string key, Regex form, string allowed)
    {
        var items = Items(key, $"a list of {allowed}") ?? [];
        return [.. Texts(key, items, allowed, text => text.Flag is null && form.IsMatch(text.Text), WrongForm).Select(text => text.Text)];
    }

    /// <summary>An object; null where there is none.</summary>
    public SettingsMap? Map(string key, string allowed = AnyObject)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        if (member.Value is YamlMap map)
        {
            return new SettingsMap(map, At(key), Reading);
        }

        Problem(key, "expected an object", allowed);
        return null;
    }

    /// <summary>The objects of a list; none where there is no list.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">The keys that each has.</param>
    public IReadOnlyList<SettingsMap> Maps(string key, string keys = AnyObject)
    {
        var maps = new List<SettingsMap>();
        var items = Items(key, $"a list of objects with {keys}", "start each entry with a hyphen") ?? [];
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (item is YamlMap map)
            {
                maps.Add(new SettingsMap(map, $"{At(key)}[{index}]", Reading));
            }
            else
            {
                Reading.Add($"{At(key)}[{index}]", item.Where, "expected an object", item.Shown, $"an object with {keys}");
            }
        }

        return maps;
    }

    /// <summary>Reports every key that nothing has asked for. Call it last.</summary>
    /// <param name="fix">What to do where no known key is near; null = to remove it.</param>
    /// <param name="also">Keys of other variants of the object.</param>
    public void RefuseUnknownKeys(Func<string, string>? fix = null, params IReadOnlyList<string> also)
    {
        _known.UnionWith(also);
        foreach (var member in Members.Where(member => !_known.Contains(member.Key)))
        {
            if (Reading.Full)
            {
                return;
            }

            var nearest = NearestName.Of(member.Key, _known);
            if (nearest is not null)
            {
                // It is missing because it has another name here.
                Reading.Forget(At(nearest), Missing);
            }

            Reading.Add(
                At(member.Key),
                member.Where,
                NearestName.Hint("unknown key", nearest),
                member.Value.Shown,
                string.Join(", ", _known),
                nearest is not null ? $"rename it to {nearest}" : fix?.Invoke(member.Key) ?? "remove it");
        }
    }

    private void RefuseMissing(string key, string allowed)
    {
        if (Find(key) is null)
        {
            Problem(key, Missing, allowed, Reading.Fix(At(key), null) ?? $"add {key}");
        }
    }

    private IReadOnlyList<YamlValue>? Items(string key, string allowed, string? fix = null)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        if (member.Value is YamlList { Items: var items })
        {
            return items;
        }

        Problem(key, "expected a list", allowed, fix);
        return null;
    }

    private List<YamlText> Texts(string key, IReadOnlyList<YamlValue> items, string allowed, Func<YamlText, bool> takes, string refusal)
    {
        var texts = new List<YamlText>();
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (item is YamlText text && takes(text))
            {
                texts.Add(text);
            }
            else
            {
                Reading.Add($"{At(key)}[{index}]", item.Where, refusal, item.Shown, allowed);
            }
        }

        return texts;
    }
}
