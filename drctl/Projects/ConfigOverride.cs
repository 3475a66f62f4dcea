using System.Text.RegularExpressions;

namespace DrInfra.Drctl.Projects;

/// <summary>One <c>--config key=value</c>.</summary>
/// <param name="Key">With namespace, without the path.</param>
/// <param name="Path">Names and list positions inside the key's value; none for the value itself.</param>
/// <param name="Value">What to set there.</param>
/// <param name="Where">The option as given, for messages.</param>
internal sealed partial record ConfigOverride(string Key, IReadOnlyList<string> Path, ConfigNode Value, string Where)
{
    public static ConfigOverride? Parse(string option, string project, Func<string, bool> isKnown, List<UserProblem> problems)
    {
        var split = option.IndexOf('=', StringComparison.Ordinal);
        var left = split < 0 ? option : option[..split].Trim();
        // The value is not shown: it may be a password.
        var where = $"--config {left}";
        if (split < 0 || left.Length == 0)
        {
            problems.Add(new UserProblem("the option needs a key and a value", where, Allowed: "--config key=value or --config object.key=value"));
            return null;
        }

        var right = option[(split + 1)..];
        var value = right.Length == 0 ? new ConfigScalar(where, ScalarKind.Text, "") : YamlConfig.ReadValue(right, where, problems);
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
            problems.Add(new UserProblem("the key is not well-formed", where, Allowed: "key, object.key, list[0] or list[0].key"));
            return null;
        }

        string[] path = [.. match.Groups["step"].Captures.Select(step => step.Value)];
        return new ConfigOverride(full[..start] + match.Groups["key"].Value, path, value, where);
    }

    /// <summary>The value with this one set inside; null, with a problem, where the path cannot be followed.</summary>
    public ConfigNode? Apply(ConfigNode? current, List<UserProblem> problems) => Set(current, 0, problems);

    private ConfigNode? Set(ConfigNode? current, int depth, List<UserProblem> problems)
    {
        if (depth == Path.Count)
        {
            return Value;
        }

        var step = Path[depth];
        return step[0] == '[' ? SetItem(current, step, depth, problems) : SetMember(current, step[1..], depth, problems);
    }

    private ConfigMap? SetMember(ConfigNode? current, string name, int depth, List<UserProblem> problems)
    {
        if (current is not (null or ConfigMap or ConfigScalar { Kind: ScalarKind.Null }))
        {
            Refuse(current, depth, $"it is no object, so it has no `{name}`", problems);
            return null;
        }

        var members = (current as ConfigMap)?.Members ?? [];
        if (Set(members.FirstOrDefault(member => member.Key == name).Value, depth + 1, problems) is not { } value)
        {
            return null;
        }

        var present = members.Any(member => member.Key == name);
        var replaced = members.Select(member => member.Key == name ? new(name, value) : member);
        return new ConfigMap(Where, [.. present ? replaced : replaced.Append(new(name, value))]);
    }

    private ConfigList? SetItem(ConfigNode? current, string step, int depth, List<UserProblem> problems)
    {
        if (current is not ConfigList list)
        {
            Refuse(current, depth, $"it is no list, so it has no {step}", problems);
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

        ConfigNode[] items = [.. list.Items];
        return new ConfigList(Where, index < items.Length ? [.. items[..index], value, .. items[(index + 1)..]] : [.. items, value]);
    }

    private void Refuse(ConfigNode? current, int depth, string why, List<UserProblem> problems) => problems.Add(new UserProblem(
        $"nothing can be set inside {Key}{string.Concat(Path.Take(depth))}: {why}",
        Where,
        current switch { null => "nothing", { HoldsSecret: true } => "a secret", _ => current.ToText() },
        Cure: "set the whole value, as in --config 'regions={primary: eu-west-1, standby: eu-central-1}'"));

    [GeneratedRegex(@"\G(?<key>[^.\[\]]+)(?<step>\.[^.\[\]]+|\[[0-9]+\])*")]
    private static partial Regex PathPattern();
}
