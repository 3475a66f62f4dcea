using System.CommandLine;
using System.Text;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl preview</c>: what the stacks would declare.</summary>
internal static class PreviewCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var stacks = new Option<string[]>("--stack", "-s")
        {
            Description = "A stack to preview; again for more. Default: all that have a file.",
            HelpName = "name",
        };
        var project = CommandOptions.Project();
        var config = CommandOptions.Config();
        var format = CommandOptions.Format();
        var @out = new Option<string?>("--out", "-o")
        {
            Description = "With --format json: the folder for one file per stack, {stack}.json.",
            HelpName = "folder",
        };
        var command = new Command("preview", "Shows every resource that the stacks would declare, in an emulated cloud.")
        {
            stacks,
            project,
            config,
            format,
            @out,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            environment,
            result.GetValue(project)!,
            result.GetValue(stacks) ?? [],
            result.GetValue(config) ?? [],
            result.GetValue(format) == CommandOptions.JsonFormat,
            result.GetValue(@out),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandEnvironment environment,
        string folder,
        string[] names,
        string[] overrides,
        bool json,
        string? outFolder,
        CancellationToken cancellationToken)
    {
        if (outFolder is not null && !json)
        {
            throw new UserErrorException(new UserProblem("--out is for files, and text is printed", Cure: "add --format json, or leave --out away"));
        }

        var project = ProjectFolder.Open(folder);
        var selected = Select(project, names);
        if (json && outFolder is null && selected.Count != 1)
        {
            throw new UserErrorException(new UserProblem(
                $"JSON of {selected.Count} stacks ({string.Join(", ", selected)}) is as many documents",
                Cure: "give a folder with --out, or one stack with --stack"));
        }

        var stacks = project.Read(selected, overrides);
        StackPairCheck.Run(project, stacks, overrides);
        var previewed = await StackPreviews.RunAsync(environment, stacks, cancellationToken);
        if (!json)
        {
            PreviewText.Write(ConsoleFactory.Create(environment.Output, environment.OutputIsTerminal), previewed);
        }
        else if (outFolder is null)
        {
            using var buffer = new MemoryStream();
            GraphFile.Write(previewed[0].Graph, buffer);
            await environment.Output.WriteAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
        else
        {
            var files = GraphFolder.Write(outFolder, [.. previewed.Select(stack => stack.Graph)]);
            foreach (var file in files)
            {
                await environment.Error.WriteLineAsync($"wrote {file}");
            }
        }

        return ExitCodes.Clean;
    }

    private static IReadOnlyList<string> Select(ProjectFolder project, string[] names)
    {
        if (names.Length > 0)
        {
            return [.. names.Distinct(StringComparer.Ordinal)];
        }

        return project.Stacks.Count > 0 ? project.Stacks : throw new UserErrorException(new UserProblem(
            "no stack has a file",
            project.Folder,
            Allowed: "one Pulumi.{stack}.yaml per stack, beside Pulumi.yaml",
            Cure: "add Pulumi.dev.yaml for the primary and Pulumi.dr.yaml for its standby"));
    }
}
