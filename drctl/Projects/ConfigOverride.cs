using System.Text.RegularExpressions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>One <c>--config key=value</c>.</summary>
/// <param name="Key">With namespace, without the path.</param>
/// <param name="Path">Names and list positions inside the key's value; none for the value itself.</param>
/// <param name="Value">What to set there.</param>
/// <param name="Where">The option as given, for messages.</param>
internal sealed partial record ConfigOverride(string Key, IReadOnlyList<string> Path, YamlValue Value, string Where)
{
    public static ConfigOverride? Parse(string option, string project, Func<string, bool> isKnown, List<Problem> problems)
    {
        var split = option.IndexOf('=', StringComparison.Ordinal);
        var left = split < 0 ? option : option[..split].Trim();
        // The value is not shown: it may be a password.
        var where = $"--config {left}";
        if (split < 0 || left.Length == 0)
        {
            problems.Add(new Problem("the option needs a key and a value", where, Allowed: "--config key=value or --config object.key=value"));
            return null;
        }

        var right = option[(split + 1)..];
        var value = right.Length == 0 ? new YamlText(where, "", Plain: false) : ProjectYaml.ReadValue(right, where, problems);
        if (value is null)
        {
            return null;
        }

        var full = ProjectFile.FullKey(project, left);
        if (isKnown(full))
        {
            return new ConfigOverride(full, [], value, where);
        }

        // A namespace holds no dot or bracket that would begin a path.
        var start = full.IndexOf(':', StringComparison.Ordinal) + 1;
        var match = PathPattern().Match(full, start);
        if (!match.Success || match.Length != full.Length - start)
        {
            problems.Add(new Problem("the key is not well-formed", where, Allowed: "key, object.key, list[0] or list[0].key"));
            return null;
        }

        string[] path = [.. match.Groups["step"].Captures.Select(step => step.Value)];
        return new ConfigOverride(full[..start] + match.Groups["key"].Value, path, value, where);
    }

    /// <summary>The value with this one set inside; null, with a problem, where the path cannot be followed.</summary>
    public YamlValue? Apply(YamlValue? current, List<Problem> problems) => Set(current, 0, problems);

    private YamlValue? Set(YamlValue? current, int depth, List<Problem> problems)
    {
        if (depth == Path.Count)
        {
            return Value;
        }

        var step = Path[depth];
        return step[0] == '[' ? SetItem(current, step, depth, problems) : SetMember(current, step[1..], depth, problems);
    }

    private YamlMap? SetMember(YamlValue? current, string name, int depth, List<Problem> problems)
    {
        if (current is not (null or YamlMap or YamlText { IsNothing: true }))
        {
            Refuse(current, depth, $"it is not an object, so it has no `{name}`", problems);
            return null;
        }

        var members = (current as YamlMap)?.Members ?? [];
        if (Set(members.FirstOrDefault(member => member.Key == name)?.Value, depth + 1, problems) is not { } value)
        {
            return null;
        }

        var present = members.Any(member => member.Key == name);
        var replaced = members.Select(member => member.Key == name ? member with { Value = value } : member);
        return new YamlMap(Where, [.. present ? replaced : replaced.Append(new YamlMember(name, Where, value))]);
    }

    private YamlList? SetItem(YamlValue? current, string step, int depth, List<Problem> problems)
    {
        if (current is not YamlList list)
        {
            Refuse(current, depth, $"it is not a list, so it has no {step}", problems);
            return null;
        }

        if (!int.TryParse(step[1..^1], out var index) || index > list.Items.Count)
        {
            Refuse(current, depth, $"it has {list.Items.Count} items, counted from [0]", problems);
            return null;
        }

        if (Set(index < list.Items.Count ? list.Items[index] : null, depth + 1, problems) is not { } value)
        {
            return null;
        }

        YamlValue[] items = [.. list.Items];
        return new YamlList(Where, index < items.Length ? [.. items[..index], value, .. items[(index + 1)..]] : [.. items, value]);
    }

    private void Refuse(YamlValue? current, int depth, string why, List<Problem> problems) => problems.Add(new Problem(
        $"nothing can be set inside {Key}{string.Concat(Path.Take(depth))}: {why}",
        Where,
        EngineValue.Shown(current),
        Fix: "set the whole value, as in --config 'regions={primary: eu-west-1, standby: eu-central-1}'"));

    [GeneratedRegex(@"\G(?<key>[^.\[\]]+)(?<step>\.[^.\[\]]+|\[[0-9]+\])*")]
    private static partial Regex PathPattern();
}
