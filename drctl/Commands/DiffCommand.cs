using System.CommandLine;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl diff</c>: what a deployment, or other settings, would change, and what that does to data.</summary>
internal static class DiffCommand
{
    private const string Text = CommandOptions.TextFormat;

    private const string Markdown = "markdown";

    public static Command Create(CommandEnvironment environment)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Previews (`pulumi preview --json --show-sames`), and files of other stacks that do not change.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var before = new Option<string[]>(
            "--before")
            {
                Description = "The stack's file before the change: an export or a graph. Repeat for more stacks.", HelpName = "file",
            };
        var after = new Option<string[]>("--after") { Description = "The stack's file after the change. Repeat for more stacks.", HelpName = "file" };
        var state = new Option<string[]>(
            "--state")
            {
                Description = "An export that tells whether a failover is in progress, where neither the settings nor the other files do. Repeatable.",
                HelpName = "file",
            };
        var stack = new Option<string?>(
            "--stack", "-s") { Description = "Instead of files: a stack of the project, compared with changed settings.", HelpName = "name" };
        var project = CommandOptions.Project();
        var config = CommandOptions.Config();
        var (exclude, excludeDependents) = (CommandOptions.Exclude(), CommandOptions.ExcludeDependents());
        var format = new Option<string>("--format", "-f")
        {
            Description = "Output format. markdown is a pull request comment.",
            HelpName = $"{Text}|{CommandOptions.JsonFormat}|{Markdown}",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, CommandOptions.JsonFormat, Markdown);
        var check = new Option<bool>(
            "--check")
            {
                Description = "Exit with 1 if an objective would be breached by the change, or if data would be replaced or deleted, or lose protection, "
                    + "history or a copy, without a waiver.",
            };
        var policy = CommandOptions.Policy();
        var asOf = CommandOptions.AsOf();
        var failOnUnknown = CommandOptions.FailOnUnknown();
        var @out = CommandOptions.Out();
        var command = new Command(
            "diff",
            "Shows what will change in stacks: each operation, data first, and the RPO and RTO of each workload before and after. "
            + "A path such as policy{}.Statement[0] is inside a JSON document.")
        {
            files,
            before,
            after,
            state,
            stack,
            config,
            project,
            exclude,
            excludeDependents,
            check,
            policy,
            asOf,
            failOnUnknown,
            format,
            @out,
        };
        command.RefuseOptionsAmong(files);
        command.SetAction((result, cancellationToken) => RunAsync(
            environment,
            new Request(
                result.GetValue(files) ?? [],
                result.GetValue(before) ?? [],
                result.GetValue(after) ?? [],
                result.GetValue(state) ?? [],
                result.GetValue(stack),
                result.GetValue(config) ?? [],
                result.GetValue(project)!,
                new Exclusions(result.GetValue(exclude) ?? [], result.GetValue(excludeDependents)),
                result.GetValue(check),
                result.GetValue(policy),
                result.GetValue(asOf),
                result.GetValue(failOnUnknown),
                result.GetValue(format)!,
                result.GetValue(@out)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandEnvironment environment, Request request, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        CheckMode(request, problems);
        string[] wanted = [.. request.After, .. request.Files];
        var judgement = GraphCheck.Prepare(request.Policy, wanted, request.Project, request.AsOf, request.FailOnUnknown, problems);
        string[] read = [.. wanted, .. request.Before, .. request.States];
        ReportFile.RefuseInputs(request.Out, [.. FileNames.Expand(read, []), request.Policy, judgement.Policy], problems);
        var inputs = request.HasFiles ? DiffInputs.Read(environment, request.Files, request.Before, request.After, problems) : null;
        var states = GraphFiles.Read(environment, FileNames.Expand(request.States, problems), problems);
        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        inputs ??= await OfSettingsAsync(environment, request, cancellationToken);
        inputs = inputs.Excluding(request.Exclusions);
        var review = judgement.Review(inputs with { States = [.. states.Select(state => state.Graph)] });
        await WriteAsync(environment, request, inputs, review, cancellationToken);
        return (request.Check && review.IsRefused) || review.After.FailsOnUnknown ? ExitCodes.Refused : ExitCodes.Clean;
    }

    private static void CheckMode(Request request, List<Problem> problems)
    {
        if (request.HasFiles && (request.Stack is not null || request.Overrides.Length > 0))
        {
            problems.Add(new Problem("files cannot be combined with settings", "--stack, --config", Fix: "give either files, or --stack with --config"));
        }
        else if (!request.HasFiles && request.Stack is null)
        {
            problems.Add(new Problem(
                "nothing to compare",
                Allowed: "previews, --before FILE --after FILE, or --stack NAME --config KEY=VALUE",
                Fix: "create a preview with `pulumi preview --json --show-sames --stack STACK > STACK.json`, then run `drctl diff STACK.json`"));
        }

        if (request.Before.Length > 0 && request.After.Length == 0)
        {
            problems.Add(new Problem("--before has no --after", Fix: "give the stack's file after the change"));
        }
    }

    private static async Task<DiffInputs> OfSettingsAsync(CommandEnvironment environment, Request request, CancellationToken cancellationToken)
    {
        var project = ProjectFolder.Open(request.Project);
        var configured = project.Read(request.Stack!);
        var overridden = project.Read(request.Stack!, request.Overrides);
        var (before, after) = (StackPairCheck.Run(project, [configured], []), StackPairCheck.Run(project, [overridden], request.Overrides));

        // Where the sides differ in what is recorded nothing is invented: a deployment would take it away, or bring it.
        ProjectStack[] sides = [configured, overridden, .. before.Stacks, .. after.Stacks];
        var recording = sides.GroupBy(stack => stack.Name, StringComparer.Ordinal)
            .Where(stack => stack.Select(side => side.Configuration.Values.GetValueOrDefault($"{project.Name}:{IdentityReader.Key}")).Distinct().Count() > 1)
            .Select(stack => stack.Key).ToHashSet();
        var graphOf = await PreviewsAsync(environment, sides, stack => recording.Contains(stack.Name), cancellationToken);
        string[] names = [.. before.Stacks.Concat(after.Stacks).Select(stack => stack.Name).Distinct()];
        var siblings = names.Select(name =>
            StackComparison.Sibling(Named(before, name) is { } old ? graphOf(old) : null, Named(after, name) is { } wanted ? graphOf(wanted) : null)).ToList();
        var what = request.Overrides.Length == 0
            ? "itself (no --config is given)"
            : string.Join(", ", request.Overrides.Select(text => Shown(text, project.Name, overridden.SecretKeys)));
        return new DiffInputs(
            [StackComparison.Of(graphOf(configured), graphOf(overridden)), .. siblings],
            [$"as configured, compared with {what}", .. siblings.Select(sibling => sibling.Diff.Changes.Count > 0
                ? "the other stack of the pair, which shares these settings" : "as configured")],
            [])
        {
            NotJudged = after.Missing,
        };

        static ProjectStack? Named(Siblings siblings, string name) => siblings.Stacks.FirstOrDefault(stack => stack.Name == name);
    }

    // Stacks with the same settings are previewed once.
    private static async Task<Func<ProjectStack, ResourceGraph>> PreviewsAsync(
        CommandEnvironment environment, IReadOnlyList<ProjectStack> stacks, Func<ProjectStack, bool> asRecorded, CancellationToken cancellationToken)
    {
        var distinct = stacks.DistinctBy(Settings).ToList();
        var previewed = await StackPreviews.RunAsync(environment, distinct, asRecorded, cancellationToken);
        var graphs = distinct.Zip(previewed).ToDictionary(pair => Settings(pair.First), pair => pair.Second.Graph, StringComparer.Ordinal);
        return stack => graphs[Settings(stack)];

        static string Settings(ProjectStack stack) =>
            string.Join('\n', stack.Configuration.Values.Select(value => $"{value.Key}={value.Value}").Prepend(stack.Name));
    }

    private static async Task WriteAsync(CommandEnvironment environment, Request request, DiffInputs inputs, ChangeReview review,
        CancellationToken cancellationToken)
    {
        var text = request.Format switch
        {
            CommandOptions.JsonFormat => DiffJson.Render(review),
            Markdown => ReviewMarkdown.Render(review),
            _ when request.Out is not null => ReviewText.Render(review, inputs.Headings, request.Check),
            _ => null,
        };
        if (text is null)
        {
            ReviewText.Write(Screen.Of(environment.Output, environment.OutputIsTerminal), review, inputs.Headings, request.Check);
        }
        else if (request.Out is { } path)
        {
            ReportFile.Write(path, text, cancellationToken);
            await environment.Error.WriteLineAsync($"wrote {path}. {ReviewText.Summary(review, request.Check)}");
        }
        else
        {
            await environment.Output.WriteAsync(text);
        }
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
        return secret ? $"{key}={SecretValue.Placeholder}" : text;
    }

    private sealed record Request(
        string[] Files,
        string[] Before,
        string[] After,
        string[] States,
        string? Stack,
        string[] Overrides,
        string Project,
        Exclusions Exclusions,
        bool Check,
        string? Policy,
        string? AsOf,
        bool FailOnUnknown,
        string Format,
        string? Out)
    {
        public bool HasFiles => Files.Length + Before.Length + After.Length > 0;
    }
}
