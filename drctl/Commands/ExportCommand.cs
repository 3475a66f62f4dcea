using System.CommandLine;
using DrInfra.Drctl.Export;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Rendering;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl export</c>: the stacks in the words of other tools.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandEnvironment environment) =>
        new("export", "Exports the stacks to other tools.") { CreateTerraform(environment) };

    private static Command CreateTerraform(CommandEnvironment environment)
    {
        var stacks = new Option<string[]>("--stack", "-s")
        {
            Description = "A stack to export. Repeat for more. Default: all stacks with a file.",
            HelpName = "name",
        };
        var project = CommandOptions.Project();
        var config = CommandOptions.Config();
        var @out = new Option<string>("--out", "-o")
        {
            Description = "The output folder with one root module per stack: {stack}/main.tf.json.",
            HelpName = "folder",
            Required = true,
        };
        var command = new Command(
            "terraform",
            "Writes the AWS part of each stack as a Terraform root module in JSON, with references instead of copied values and one provider per Region. "
            + "For interchange and checks: main.tf.json names the provider and its version, left-out.json lists what is not exported.")
        {
            stacks,
            project,
            config,
            @out,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            environment,
            result.GetValue(project)!,
            result.GetValue(stacks) ?? [],
            result.GetValue(config) ?? [],
            result.GetRequiredValue(@out),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandEnvironment environment,
        string folder,
        string[] names,
        string[] overrides,
        string @out,
        CancellationToken cancellationToken)
    {
        var project = ProjectFolder.Open(folder);
        var stacks = project.Read(StackSelection.Of(project, names), overrides);
        StackPairCheck.Run(project, stacks, overrides);
        var previewed = await StackPreviews.RunAsync(environment, stacks, _ => true, cancellationToken);
        foreach (var report in ModuleFolder.Write(@out, [.. previewed.Select(stack => stack.Graph)], cancellationToken))
        {
            await environment.Output.WriteAsync(ExportText.Of(report, Path.Combine(@out, report.Stack)));
        }

        return ExitCodes.Clean;
    }
}
