using System.Globalization;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary>
/// One object of the file while it is read. Every read that fails adds a problem and returns a stand-in, so that reading goes
/// on and finds the next one.
/// </summary>
internal sealed class SettingsMap
{
    private readonly YamlMap _map;
    private readonly string _path;
    private readonly Dictionary<string, YamlMember> _members;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public SettingsMap(YamlMap map, string path, SettingsProblems problems)
    {
        _map = map;
        _path = path;
        _members = map.Members.ToDictionary(member => member.Key, StringComparer.Ordinal);
        Problems = problems;
    }

    public SettingsProblems Problems { get; }

    public int Line => _map.Line;

    /// <summary>Every key with its value, for objects whose keys are names.</summary>
    public IReadOnlyList<YamlMember> Members => _map.Members;

    public string At(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    /// <summary>The value of a key; null where it is not there or nothing stands there.</summary>
    public YamlMember? Find(string key)
    {
        _known.Add(key);
        return _members.GetValueOrDefault(key) is { Value: not YamlText { IsNothing: true } } found ? found : null;
    }

    public void Problem(string key, string what, string? allowed = null, string? cure = null)
    {
        var member = _members.GetValueOrDefault(key);
        Problems.Add(member?.Value.Line ?? Line, At(key), what, member?.Value.Shown, allowed, cure);
    }

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

        Problem(key, member.Value is YamlText ? "this is empty" : "a text is wanted here", allowed);
        return null;
    }

    public string Text(string key, string allowed)
    {
        RefuseMissing(key, allowed);
        return OptionalText(key, allowed) ?? "";
    }

    public DateOnly? OptionalDate(string key)
    {
        const string Allowed = "a date as year-month-day, such as 2026-11-24";
        if (OptionalText(key, Allowed) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problem(key, "this is no date", Allowed);
        return null;
    }

    public DateOnly Date(string key)
    {
        RefuseMissing(key, "a date as year-month-day, such as 2026-11-24");
        return OptionalDate(key) ?? default;
    }

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

        Problem(key, "this is no duration", allowed);
        return null;
    }

    /// <summary>The texts of a list that has at least one; each with its line.</summary>
    public IReadOnlyList<YamlText> Texts(string key, string allowed)
    {
        RefuseMissing(key, allowed);
        if (Find(key) is not { } member)
        {
            return [];
        }

        if (member.Value is not YamlList { Items.Count: > 0 } list)
        {
            Problem(key, member.Value is YamlList ? "this is empty" : "a list is wanted here", allowed);
            return [];
        }

        var texts = new List<YamlText>();
        foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
        {
            if (item is YamlText text && !string.IsNullOrWhiteSpace(text.Text) && !text.IsNothing)
            {
                texts.Add(text);
            }
            else
            {
                Problems.Add(item.Line, $"{At(key)}[{index}]", "a text is wanted here", item.Shown, allowed);
            }
        }

        return texts;
    }

    public SettingsMap? Map(string key, string allowed)
    {
        if (Find(key) is not { } member)
        {
            return null;
        }

        if (member.Value is YamlMap map)
        {
            return new SettingsMap(map, At(key), Problems);
        }

        Problem(key, "an object is wanted here", allowed);
        return null;
    }

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<SettingsMap> Maps(string key, string allowed)
    {
        if (Find(key) is not { } member)
        {
            return [];
        }

        if (member.Value is not YamlList list)
        {
            Problem(key, "a list is wanted here", $"a list of objects with {allowed}", "begin each entry with a hyphen");
            return [];
        }

        var maps = new List<SettingsMap>();
        foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
        {
            if (item is YamlMap map)
            {
                maps.Add(new SettingsMap(map, $"{At(key)}[{index}]", Problems));
            }
            else
            {
                Problems.Add(item.Line, $"{At(key)}[{index}]", "an object is wanted here", item.Shown, $"an object with {allowed}");
            }
        }

        return maps;
    }

    /// <summary>Reports every key that nothing has asked for. Call it last.</summary>
    /// <param name="cure">What to do where no known key is near; null = to remove it.</param>
    public void RefuseUnknownKeys(Func<string, string>? cure = null)
    {
        foreach (var member in Members.Where(member => !_known.Contains(member.Key)))
        {
            if (Problems.Full)
            {
                return;
            }

            var nearest = NearestName.Of(member.Key, _known);
            Problems.Add(
                member.Line,
                At(member.Key),
                nearest is null ? "unknown key" : $"unknown key; did you mean {nearest}?",
                member.Value.Shown,
                string.Join(", ", _known),
                nearest is not null ? $"rename it to {nearest}" : cure?.Invoke(member.Key) ?? "remove it");
        }
    }

    private void RefuseMissing(string key, string allowed)
    {
        if (Find(key) is null)
        {
            Problems.Add(Line, At(key), "missing", null, allowed, $"add {key}");
        }
    }
}
