using System.Text.Json;

namespace DrInfra.Infra.Settings;

/// <summary>Collects the mistakes of one stack's settings, so that all are reported at once.</summary>
internal sealed class SettingsProblems(StackConfiguration configuration)
{
    // What a reader of files calls a value that was given on the command line instead.
    private const string CommandLine = "--config";

    private readonly List<SettingsProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(string path, string what, JsonElement? got, string allowed, string? cure = null) =>
        Add(path, what, Text(got), allowed, cure);

    public void Add(string path, string what, string got, string allowed, string? cure = null)
    {
        var problem = new SettingsProblem($"{configuration.Project}:{path}", File(path), what, got, allowed, cure ?? Cure(path));

        // Two stores can ask for the same missing thing.
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>How a value is set that would be right.</summary>
    public string CureWith(string path, string value)
    {
        if (TopLevelKey(path) != path)
        {
            return $"edit {path} in {File(path)}, for example to {value}";
        }

        return File(path) == CommandLine
            ? $"{CommandLine} {path}={value}"
            : $"pulumi config set {path} {value} --stack {configuration.Stack}";
    }

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new SettingsException(configuration.Stack, _problems);
        }
    }

    private static string Text(JsonElement? got)
    {
        var text = got switch
        {
            null or { ValueKind: JsonValueKind.Undefined } => "nothing",

            // Not as JSON text, which would escape what people typed.
            { ValueKind: JsonValueKind.String } value => $"\"{value.GetString()}\"",
            { } value => value.GetRawText(),
        };
        return text.Length <= 60 ? text : text[..57] + "...";
    }

    private static string TopLevelKey(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }

    private string File(string path) =>
        configuration.Files.GetValueOrDefault($"{configuration.Project}:{TopLevelKey(path)}")
        ?? $"Pulumi.{configuration.Stack}.yaml or Pulumi.yaml";

    // A value inside an array or object is edited in its file: `config set --path` would write a part of it into the stack's
    // file, and a stack's value replaces the project's whole.
    private string Cure(string path) => TopLevelKey(path) == path ? CureWith(path, "VALUE") : $"edit {path} in {File(path)}";
}
