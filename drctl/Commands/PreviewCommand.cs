using System.CommandLine;
using System.Text;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl preview</c>: what the stacks would declare.</summary>
internal static class PreviewCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var stacks = new Option<string[]>("--stack", "-s")
        {
            Description = "A stack to preview. Repeat for more. Default: all stacks with a file.",
            HelpName = "name",
        };
        var project = CommandOptions.Project();
        var config = CommandOptions.Config();
        var format = CommandOptions.Format();
        var @out = new Option<string?>("--out", "-o")
        {
            Description = "With --format json: the output folder with one file per stack, {stack}.json.",
            HelpName = "folder",
        };
        var check = new Option<bool>("--check") { Description = "Show violations, and exit with 1 if `drctl check` would for the pair." };
        var policy = CommandOptions.Policy();
        var asOf = CommandOptions.AsOf();
        var failOnUnknown = CommandOptions.FailOnUnknown();
        var asRecorded = new Option<bool>("--as-recorded")
        {
            Description = "Leave out what needs an identity of the other stack that is not recorded, as a deployment does. Default: invent one.",
        };
        var (exclude, excludeDependents) = (CommandOptions.Exclude(), CommandOptions.ExcludeDependents());
        var filters = new ReportFilterOptions();
        var command = new Command(
            "preview", "Shows every resource of the stacks, as created in an emulated cloud, and the RPO and RTO of each workload.")
        {
            stacks,
            project,
            config,
            asRecorded,
            exclude,
            excludeDependents,
            format,
            @out,
            check,
            policy,
            asOf,
            failOnUnknown,
        };
        filters.AddTo(command);
        command.SetAction((result, cancellationToken) => RunAsync(
            environment,
            new Request(
                result.GetValue(project)!,
                result.GetValue(stacks) ?? [],
                result.GetValue(config) ?? [],
                result.GetValue(asRecorded),
                new Exclusions(result.GetValue(exclude) ?? [], result.GetValue(excludeDependents)),
                result.GetValue(format) == CommandOptions.JsonFormat,
                result.GetValue(@out),
                result.GetValue(check),
                result.GetValue(policy),
                result.GetValue(asOf),
                result.GetValue(failOnUnknown),
                problems => filters.Read(result, problems)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandEnvironment environment, Request request, CancellationToken cancellationToken)
    {
        if (request.Out is not null && !request.Json)
        {
            throw new ProblemsException(new Problem("--out needs a file format", Fix: "add --format json, or omit --out"));
        }

        var project = ProjectFolder.Open(request.Project);
        var selected = StackSelection.Of(project, request.Stacks);
        if (request.Json && request.Out is null && selected.Count != 1)
        {
            throw new ProblemsException(new Problem(
                $"JSON of {selected.Count} stacks ({string.Join(", ", selected)}) is more than one document",
                Fix: "give a folder with --out, or one stack with --stack"));
        }

        var problems = new List<Problem>();
        var judgement = GraphCheck.Prepare(request.Policy, [], request.Project, request.AsOf, request.FailOnUnknown, problems);
        var filter = request.Filter(problems);
        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        var stacks = project.Read(selected, request.Overrides);
        var siblings = StackPairCheck.Run(project, stacks, request.Overrides);
        var judges = !request.Json || request.Check || request.FailOnUnknown;
        var all = await StackPreviews.RunAsync(environment, [.. stacks, .. judges ? siblings.Stacks : []], _ => request.AsRecorded, cancellationToken);
        var count = all.Sum(stack => stack.Graph.Resources.Count);
        var graphs = request.Exclusions.Of([.. all.Select(stack => stack.Graph)]);
        all = [.. all.Zip(graphs, (stack, graph) => stack with { Graph = graph })];
        var excluded = count - graphs.Sum(graph => graph.Resources.Count);
        if (excluded > 0)
        {
            await environment.Error.WriteLineAsync($"excluded {excluded} resources, which are neither shown nor judged");
        }

        StackPreviewResult[] previewed = [.. all.Take(stacks.Count)];
        if (request.Json)
        {
            await WriteJsonAsync(environment, request.Out, previewed, cancellationToken);
        }

        if (!judges)
        {
            return ExitCodes.Clean;
        }

        var result = judgement.Run([.. all.Select(stack => stack.Graph)]) with
        {
            PairsNotJudged = siblings.Missing,
            Filter = filter,
        };
        if (request.Json)
        {
            await environment.Error.WriteLineAsync(VerdictText.Summary(result));
        }
        else
        {
            WriteText(environment, request, previewed, result, siblings);
        }

        return (request.Check && !result.Passes) || result.FailsOnUnknown ? ExitCodes.Refused : ExitCodes.Clean;
    }

    private static void WriteText(
        CommandEnvironment environment, Request request, IReadOnlyList<StackPreviewResult> previewed, CheckResult result, Siblings siblings)
    {
        var screen = Screen.Of(environment.Output, environment.OutputIsTerminal);
        PreviewText.Write(screen, previewed);
        screen.Line();
        if (siblings.Stacks.Count > 0)
        {
            screen.Hanging("Judged with ", $"stack {string.Join(", ", siblings.Stacks.Select(stack => stack.Name))}, the other of its pair, as configured.");
            screen.Line();
        }

        ReportFilterOptions.CheckWorkloads(result);
        var shown = new ShownFindings(result, result.FoldsWorkloads);
        if (request.Check)
        {
            TableReport.WriteJudgement(screen, result, shown);
            TableReport.WriteLeftOut(screen, result, shown);
        }
        else
        {
            ObjectivesTable.Write(screen, result, shown);
        }

        TableReport.WriteSummary(screen, result);
    }

    private static async Task WriteJsonAsync(CommandEnvironment environment, string? folder, IReadOnlyList<StackPreviewResult> previewed,
        CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            using var buffer = new MemoryStream();
            GraphFile.Write(previewed[0].Graph, buffer);
            await environment.Output.WriteAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            return;
        }

        foreach (var file in GraphFolder.Write(folder, [.. previewed.Select(stack => stack.Graph)], cancellationToken))
        {
            await environment.Error.WriteLineAsync($"wrote {file}");
        }
    }

    private sealed record Request(
        string Project,
        string[] Stacks,
        string[] Overrides,
        bool AsRecorded,
        Exclusions Exclusions,
        bool Json,
        string? Out,
        bool Check,
        string? Policy,
        string? AsOf,
        bool FailOnUnknown,
        Func<List<Problem>, ReportFilter> Filter);
}
