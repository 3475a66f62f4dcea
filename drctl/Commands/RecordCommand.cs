using System.CommandLine;
using System.Text;
using System.Text.Json;
using DrInfra.Drctl.Projects;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>
/// <c>drctl record</c>: writes identities of one stack into the settings of the other, which cannot compute them and reads no other stack's state.
/// </summary>
internal static class RecordCommand
{
    private const string StackType = "pulumi:pulumi:Stack";

    public static Command Create(CommandEnvironment environment)
    {
        var from = new Option<string>("--from")
        {
            Description = "The output of the other stack (`pulumi stack output identities --json`), or its export. - is standard input.",
            HelpName = "file",
            Required = true,
        };
        var stack = new Option<string>("--stack", "-s")
        {
            Description = "The stack that needs them: they are written into its file.",
            HelpName = "name",
            Required = true,
        };
        var project = CommandOptions.Project();
        var check = new Option<bool>("--check") { Description = "Write nothing, and exit with 1 if the file would change." };
        var command = new Command(
            "record",
            "Writes the identities of a stack, which its cloud makes up, into the file of the other stack of the pair. Comments and layout stay.")
        {
            from, stack, project, check,
        };
        command.SetInterruptible((result, cancellationToken) => Run(
            environment,
            result.GetRequiredValue(from),
            ProjectFolder.Open(result.GetValue(project)!),
            result.GetRequiredValue(stack),
            result.GetValue(check),
            cancellationToken));
        return command;
    }

    private static int Run(
        CommandEnvironment environment, string from, ProjectFolder project, string stackName, bool check, CancellationToken cancellationToken)
    {
        var stack = project.Read(stackName);
        var key = $"{project.Name}:{IdentityReader.Key}";

        // What is recorded may be what is wrong: it is read by itself.
        var values = stack.Configuration.Values.Where(value => value.Key != key).ToDictionary(StringComparer.Ordinal);
        var settings = PlatformSettingsReader.Read(stack.Configuration with { Values = values });
        var ids = Identities(environment, from, settings);
        var path = Path.Combine(project.Folder, stack.File);
        var (text, edited) = Edit(path, stack.File, key, settings, ids);
        var file = Path.GetFileName(path);
        var names = string.Join(", ", ids.Select(id => id.Identity.Name));
        var missing = RandomIdentity.Of(settings, settings.OtherRole).Select(identity => identity.Name).Except(ids.Select(id => id.Identity.Name)).ToArray();
        if (missing.Length > 0)
        {
            environment.Error.WriteLine($"not in {SourceOf(from)}, and left as they are: {string.Join(", ", missing)}");
        }

        var owner = ResourceTags.RoleText(settings.OtherRole);
        if (edited == text)
        {
            environment.Output.WriteLine($"{file} has these identities of the {owner} already: {names}");
            return ExitCodes.Clean;
        }

        if (check)
        {
            environment.Output.WriteLine($"{file} lacks identities of the {owner}, or has others: {names}");
            return ExitCodes.Refused;
        }

        ReportFile.Write(path, edited, cancellationToken);
        environment.Output.WriteLine($"wrote identities of the {owner} into {file}: {names}");
        environment.Error.WriteLine($"Next: commit {file}, and run pulumi up --stack {stackName}");
        return ExitCodes.Clean;
    }

    private static string SourceOf(string from) => from == FileNames.StandardInput ? "standard input" : from;

    private static IReadOnlyList<(RandomIdentity Identity, string Id)> Identities(CommandEnvironment environment, string from, PlatformSettings settings)
    {
        var source = SourceOf(from);
        var reading = new SettingsReading(source);
        var read = YamlReader.Read(Output(Text(environment, from, source), source), reading, lines: false);
        if (read is not YamlMap { Members.Count: > 0 } map)
        {
            throw new ProblemsException(reading.Problems.Count > 0 ? reading.Problems : [NoIdentities(source, settings)]);
        }

        var ids = IdentityReader.Read(new SettingsMap(map, "", reading), settings);
        reading.ThrowIfAny($"in {source}; nothing was written");
        return ids.Count > 0 ? ids : throw new ProblemsException(NoIdentities(source, settings));
    }

    private static Problem NoIdentities(string source, PlatformSettings settings)
    {
        var owner = ResourceTags.RoleText(settings.OtherRole);
        return new Problem(
            $"no identities of the {owner} are in it", source, Allowed: $"an object with {owner}: names with ids",
            Fix: $"deploy the {owner}'s stack, then `pulumi stack output {IdentityReader.Key} --json`; with sizing small a stack has none");
    }

    private static string Text(CommandEnvironment environment, string from, string source)
    {
        try
        {
            using var input = from == FileNames.StandardInput ? environment.Input() : File.OpenRead(from);
            using var reader = new StreamReader(input);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ProblemsException(
                new Problem("the file cannot be read", source, exception.Message, Fix: "check the path and its permissions"), exception);
        }
    }

    // The output itself, all outputs of the stack, or an export, where they are the stack's own.
    private static string Output(string text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var outputs = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("deployment", out var deployment) ? StackOutputs(deployment) : root;
            return outputs.ValueKind == JsonValueKind.Object && outputs.TryGetProperty(IdentityReader.Key, out var identities)
                ? identities.GetRawText()
                : outputs.ValueKind == JsonValueKind.Undefined ? "" : outputs.GetRawText();
        }
        catch (JsonException exception)
        {
            throw new ProblemsException(
                new Problem("not JSON", source, exception.Message, Fix: $"give what `pulumi stack output {IdentityReader.Key} --json` prints"), exception);
        }
    }

    private static JsonElement StackOutputs(JsonElement deployment) =>
        deployment.ValueKind == JsonValueKind.Object && deployment.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray()
                .Where(resource => resource.TryGetProperty("type", out var type) && type.ValueEquals(StackType))
                .Select(resource => resource.TryGetProperty("outputs", out var outputs) && outputs.TryGetProperty(IdentityReader.Key, out var identities)
                    ? identities : default)
                .FirstOrDefault()
            : default;

    private static (string Text, string Edited) Edit(
        string path, string file, string key, PlatformSettings settings, IReadOnlyList<(RandomIdentity Identity, string Id)> ids)
    {
        var role = ResourceTags.RoleText(settings.OtherRole);
        var text = File.ReadAllText(path);
        if (ReadFile(text, file) is not { } root)
        {
            throw new ProblemsException(new Problem("the file cannot be edited", file, Fix: "make it an object, with a key config"));
        }

        var known = RandomIdentity.Of(settings, settings.OtherRole).Select(identity => identity.Name).ToHashSet(StringComparer.Ordinal);
        (string Name, string Id)[] wanted = [.. ids.Select(id => (id.Identity.Name, id.Id))];
        var stale = Recorded(root, key, role).Select(member => member.Key).Where(name => !known.Contains(name)).ToHashSet(StringComparer.Ordinal);
        var edited = new IdentityEdit(key, role).Apply(text, root, wanted, stale);

        // The text was cut and joined by lines: what is in it now has to be what was meant.
        var after = ReadFile(edited, file);
        var recorded = after is null ? [] : Recorded(after, key, role).ToDictionary(member => member.Key, member => (member.Value as YamlText)?.Text);
        return wanted.All(id => recorded.GetValueOrDefault(id.Name) == id.Id) && !recorded.Keys.Any(stale.Contains)
            ? (text, edited)
            : throw new ProblemsException(new Problem(
                "the file is written in a form that cannot be edited line by line", file,
                Fix: $"set config to an indented block, or write it yourself:\n{Written(key, role, wanted)}"));
    }

    private static string Written(string key, string role, IEnumerable<(string Name, string Id)> ids) =>
        ids.Aggregate(new StringBuilder($"  {key}:\n    {role}:"), (block, id) => block.Append($"\n      {id.Name}: {id.Id}")).ToString();

    private static YamlMap? ReadFile(string text, string file)
    {
        var reading = new SettingsReading(file);
        var value = YamlReader.Read(text, reading);
        return reading.Problems.Count > 0 ? null : value is YamlText { IsNothing: true } ? new YamlMap(file, []) : value as YamlMap;
    }

    private static IEnumerable<YamlMember> Recorded(YamlMap root, string key, string role)
    {
        var config = root["config"] as YamlMap;
        var roles = (config?[key] ?? config?[IdentityReader.Key]) as YamlMap;
        return (roles?[role] as YamlMap)?.Members ?? [];
    }
}
