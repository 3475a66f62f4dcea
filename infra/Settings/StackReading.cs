using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>
/// The reading of one stack's configuration. What the engine hands over are texts without files: where a value stands is known
/// only where a reader of the files says it.
/// </summary>
internal sealed class StackReading(StackConfiguration configuration) : SettingsReading($"Pulumi.{configuration.Stack}.yaml or Pulumi.yaml")
{
    // How a reader of files names a value that was given on the command line instead.
    private const string CommandLine = "--config";

    /// <summary>Where no file is known, what holds a value is the stack's file or the project's.</summary>
    public override Place Locate(string path, Place parsed) => Holder(path) with { Key = $"{configuration.Project}:{path}" };

    /// <inheritdoc/>
    public override string Fix(string path, string? example)
    {
        var source = Holder(path).Source;
        if (source.StartsWith(CommandLine, StringComparison.Ordinal))
        {
            return $"{CommandLine} {path}={example ?? "VALUE"}";
        }

        // A value inside an array or object is edited in its file: `config set --path` would write a part of it into the stack's
        // file, and a stack's value replaces the project's whole.
        return TopLevelKey(path) == path
            ? $"pulumi config set {path} {example ?? "VALUE"} --stack {configuration.Stack}"
            : $"edit {path} in {source}" + (example is null ? "" : $", for example to {example}");
    }

    private static string TopLevelKey(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }

    // The innermost value on the way that is there.
    private Place Holder(string path)
    {
        if (!configuration.Sources.TryGetValue($"{configuration.Project}:{TopLevelKey(path)}", out var value))
        {
            return new Place(Source);
        }

        foreach (var step in path[TopLevelKey(path).Length..].Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var inner = value switch
            {
                YamlMap map => map[step],
                YamlList list when int.TryParse(step.TrimEnd(']'), CultureInfo.InvariantCulture, out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
            if (inner is null)
            {
                break;
            }

            value = inner;
        }

        return value.Where;
    }
}
