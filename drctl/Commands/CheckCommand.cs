using System.CommandLine;
using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl check</c>: judges stacks from their files, whoever wrote them and in whatever language.</summary>
internal static class CheckCommand
{
    private const string Table = "table";

    private const string Sarif = "sarif";

    private static readonly Dictionary<string, Func<CheckResult, string>> Formats = new(StringComparer.Ordinal)
    {
        [Table] = TableReport.Render,
        ["json"] = JsonReport.Render,
        [Sarif] = SarifReport.Render,
        ["junit"] = JUnitReport.Render,
        ["markdown"] = MarkdownReport.Render,
    };

    public static Command Create(CommandEnvironment environment)
    {
        var files = new Argument<string[]>("file")
        {
            Description =
                "Stack files: exports (`pulumi stack export`), previews (`pulumi preview --json --show-sames`) or graphs "
                    + $"(`drctl preview --format json`). Give both stacks of a pair. {FileNames.Forms}",
            Arity = ArgumentArity.OneOrMore,
        };
        var policy = CommandOptions.Policy();
        var format = new Option<string>("--format", "-f")
        {
            Description = "Report format.",
            HelpName = string.Join('|', Formats.Keys),
            DefaultValueFactory = _ => Table,
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var tier = CommandOptions.Tier();
        var objectives = new Option<string?>("--objectives")
        {
            Description = "A file with objectives and workloads in the format of recovery.yaml. Other sections are ignored.",
            HelpName = "file",
        };
        var assumptions = CommandOptions.Assumptions();
        var asOf = CommandOptions.AsOf();
        var failOnUnknown = CommandOptions.FailOnUnknown();
        var explain = new Option<string?>("--explain")
        {
            Description = "Show how the RPO and RTO of a workload are computed, step by step with sources.",
            HelpName = "workload[:disruption]",
        };
        var @out = CommandOptions.Out();
        var filters = new ReportFilterOptions();
        var command = new Command(
            "check", "Checks stacks from their files: computes the RPO and RTO of each workload, compares them with its objectives, and runs every rule.")
        {
            files,
            policy,
            tier,
            objectives,
            assumptions,
            format,
            asOf,
            failOnUnknown,
            explain,
            @out,
        };
        filters.AddTo(command);
        command.RefuseOptionsAmong(files);
        command.SetInterruptible((result, cancellationToken) => Run(environment, new Request(
            result.GetRequiredValue(files),
            result.GetValue(policy),
            result.GetValue(tier),
            result.GetValue(objectives),
            result.GetValue(assumptions) == StockAssumptions.Owner,
            result.GetValue(asOf),
            result.GetValue(format)!,
            result.GetValue(failOnUnknown),
            result.GetValue(explain),
            result.GetValue(@out),
            problems => filters.Read(result, problems)), cancellationToken));
        return command;
    }

    private static int Run(CommandEnvironment environment, Request request, CancellationToken cancellationToken)
    {
        // The files take the longest: they are read while the settings are.
        var (problems, faults) = (new List<Problem>(), new List<Problem>());
        var files = FileNames.Expand(request.Files, problems);
        var reading = Task.Run(() => GraphFiles.Read(environment, files, faults));
        var filter = request.Filter(problems);
        var explained = request.Explain is { } wanted ? Parse(wanted, problems) : default;
        if (request.Explain is not null && request.Format != Table)
        {
            problems.Add(new Problem("an explanation is always text", "--explain", Fix: "omit --format"));
        }

        var foreign = ForeignStacks.Read(request.Tier, request.Objectives, problems);
        var judgement = GraphCheck.Prepare(
            request.Policy, files, Directory.GetCurrentDirectory(), request.AsOf, request.FailOnUnknown, problems, foreign, request.Stock);
        ReportFile.RefuseInputs(request.Out, [.. files, request.Policy, request.Objectives, judgement.Policy], problems);
        var graphs = reading.GetAwaiter().GetResult();
        problems.AddRange(faults);
        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        var result = judgement.Run([.. graphs.Select(graph => graph.Graph)]) with
        {
            Sources = [.. graphs.Select(graph => Located(graph.Source, request.Format))],
            Filter = filter,
        };
        ReportFilterOptions.CheckWorkloads(result);
        var text = request.Explain is null ? null : ExplanationText.Render(Explained(result.Report.Objectives, explained.Workload, explained.Disruption));
        cancellationToken.ThrowIfCancellationRequested();
        Print(environment, request, result, text, cancellationToken);
        return result.Passes ? ExitCodes.Clean : ExitCodes.Refused;
    }

    private static void Print(CommandEnvironment environment, Request request, CheckResult result, string? explanation, CancellationToken cancellationToken)
    {
        if (request.Out is { } path)
        {
            ReportFile.Write(path, explanation ?? Formats[request.Format](result), cancellationToken);
            environment.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"wrote {path} as of {result.Report.AsOf:yyyy-MM-dd}. {VerdictText.Summary(result)}"));
        }
        else if (explanation is null && request.Format == Table)
        {
            TableReport.Write(Screen.Of(environment.Output, environment.OutputIsTerminal), result);
        }
        else
        {
            environment.Output.Write(explanation ?? Formats[request.Format](result));
        }
    }

    // Only this format names lines; the file is read once more for them.
    private static GraphSource Located(GraphSource source, string format) =>
        format == Sarif && source.IsFile ? source with { Lines = ResourceLines.Of(File.ReadLines(source.Path)) } : source;

    private static (string Workload, Disruption? Disruption) Parse(string wanted, List<Problem> problems)
    {
        var parts = wanted.Split(':', 2);
        if (parts.Length == 1)
        {
            return (wanted, null);
        }

        if (DisruptionNames.All.Where(disruption => disruption.Text() == parts[1]).ToList() is [var found])
        {
            return (parts[0], found);
        }

        problems.Add(new Problem(
            NearestName.Hint("unknown disruption", NearestName.Of(parts[1], DisruptionNames.All.Select(disruption => disruption.Text()))),
            "--explain",
            parts[1],
            string.Join(", ", DisruptionNames.All.Select(disruption => disruption.Text()))));
        return (parts[0], null);
    }

    private static List<Outcome> Explained(IReadOnlyList<Outcome> outcomes, string workload, Disruption? disruption)
    {
        var found = outcomes.Where(outcome => outcome.Workload == workload && (disruption is null || outcome.Disruption == disruption)).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        var names = outcomes.Select(outcome => outcome.Workload).Distinct().ToList();
        throw new ProblemsException(new Problem(
            NearestName.Hint("no workload has this name", NearestName.Of(workload, names)),
            "--explain",
            disruption is null ? workload : $"{workload}:{disruption.Value.Text()}",
            names.Count > 0 ? string.Join(", ", names) : "none: the stacks have no recovery manifest, and recovery.yaml has no objectives"));
    }

    private sealed record Request(
        string[] Files, string? Policy, string? Tier, string? Objectives, bool Stock, string? AsOf, string Format, bool FailOnUnknown, string? Explain,
        string? Out, Func<List<Problem>, ReportFilter> Filter);
}
