using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>
/// The reading of one stack's configuration. What the engine hands over are texts without files: where a value stands is known
/// only where a reader of the files says it.
/// </summary>
internal sealed class StackReading(StackConfiguration configuration) : SettingsReading($"{configuration.StackFile} or Pulumi.yaml")
{
    // How a reader of files names a value that was given on the command line instead.
    private const string CommandLine = "--config";

    /// <inheritdoc/>
    public override Place Locate(string path, Place parsed) => configuration.PlaceOf(path);

    /// <inheritdoc/>
    public override string Fix(string path, string? example)
    {
        var source = configuration.PlaceOf(path).Source;
        if (source.StartsWith(CommandLine, StringComparison.Ordinal))
        {
            return $"{CommandLine} {path}={example ?? "VALUE"}";
        }

        // `config set` writes into the stack's file, where a value replaces the project's whole: it is the way for what belongs there. What
        // is inside an array or object is edited in its file.
        if (StackConfiguration.TopLevelKey(path) == path && source is not ("Pulumi.yaml" or "Pulumi.yml"))
        {
            return $"pulumi config set {path} {example ?? "VALUE"} --stack {configuration.Stack}";
        }

        return configuration.Sources.Count > 0 && !configuration.Has(path)
            ? $"set {path} under config in {source}" + (example is null ? "" : $", for example to {example}")
            : $"edit {path} in {source}" + (example is null ? "" : $", for example to {example}");
    }
}
