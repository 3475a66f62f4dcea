using System.CommandLine;
using System.Text;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Rendering;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl diff</c>: what other settings would change in one stack.</summary>
internal static class DiffCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var stack = new Option<string>("--stack", "-s") { Description = "The stack.", HelpName = "name", Required = true };
        var project = CommandOptions.Project();
        var config = CommandOptions.Config();
        var format = CommandOptions.Format();
        var check = new Option<bool>("--check") { Description = "Exit with 1 if data would be replaced or deleted, or lose protection or a copy." };
        var command = new Command(
            "diff",
            "Compares a stack as its files configure it with the same stack under other settings: what an update would do to each resource. "
            + "A path like policy{}.Statement[0] is inside a JSON document.")
        {
            stack,
            config,
            project,
            check,
            format,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            environment,
            result.GetValue(project)!,
            result.GetRequiredValue(stack),
            result.GetValue(config) ?? [],
            result.GetValue(check),
            result.GetValue(format) == CommandOptions.JsonFormat,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandEnvironment environment,
        string folder,
        string stack,
        string[] overrides,
        bool check,
        bool json,
        CancellationToken cancellationToken)
    {
        var project = ProjectFolder.Open(folder);
        var configured = project.Read(stack);
        var overridden = project.Read(stack, overrides);
        var previewed = await StackPreviews.RunAsync(environment, [configured, overridden], cancellationToken);
        var diff = GraphDiff.Compare(previewed[0].Graph, previewed[1].Graph);
        var touched = diff.Changes.Select(change => change.Urn).ToHashSet(StringComparer.Ordinal);
        var unchanged = previewed[1].Graph.Resources.Count(resource => resource.Custom && !touched.Contains(resource.Urn));
        if (json)
        {
            using var buffer = new MemoryStream();
            DiffJson.Write(buffer, diff, unchanged);
            await environment.Output.WriteLineAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
        else
        {
            var console = ConsoleFactory.Create(environment.Output, environment.OutputIsTerminal);
            DiffText.Write(console, diff, [.. overrides.Select(text => Shown(text, project.Name, overridden.SecretKeys))], unchanged, check);
        }

        return check && diff.IsRefused ? ExitCodes.Refused : ExitCodes.Clean;
    }

    /// <summary>The override as given, without its value where that is secret.</summary>
    private static string Shown(string text, string project, IReadOnlyList<string> secretKeys)
    {
        var key = text.Split('=')[0];
        var full = key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";
        var secret = secretKeys.Any(candidate =>
            full == candidate
            || full.StartsWith(candidate + ".", StringComparison.Ordinal)
            || full.StartsWith(candidate + "[", StringComparison.Ordinal));
        return secret ? $"{key}={Policies.Model.SecretValue.Placeholder}" : text;
    }
}
