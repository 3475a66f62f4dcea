using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using DrInfra.Policies.Checking;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The command line: what is typed goes in, an exit code comes out.</summary>
public static class DrctlApplication
{
    /// <summary>
    /// Runs one command. A mistake of the user is printed and gives 2; any other exception is a mistake of drctl and is not
    /// caught, so that it is seen with its place. An interrupted command ends quietly with 130.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandEnvironment environment, CancellationToken cancellationToken = default)
    {
        // Most commands need the rules: they are made while the command line is read.
        _ = Task.Run(() => RecoveryPolicyPack.Rules);
        var parsed = Create(environment).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not ExamplesHelpAction && !IsCompletion(parsed))
        {
            // Beside a word that is no command, "required command was not provided" says nothing.
            var unknown = parsed.UnmatchedTokens;
            var errors = parsed.Errors.Where(error =>
                unknown.Count == 0 || unknown.Any(word => error.Message.Contains(word, StringComparison.Ordinal)));
            foreach (var error in errors)
            {
                await environment.Error.WriteLineAsync($"drctl: {CommandNames.Describe(parsed, error)}");
            }

            var command = ExamplesHelpAction.PathOf(parsed.CommandResult.Command);
            await environment.Error.WriteLineAsync($"Run `{command} --help` for usage.");
            return ExitCodes.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = environment.Output,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
            }, cancellationToken);
        }
        catch (ProblemsException exception)
        {
            await environment.Error.WriteLineAsync($"drctl: {exception.Message}");
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    // A line that is completed is no line yet.
    private static bool IsCompletion(ParseResult parsed) => parsed.RootCommandResult.Command is RootCommand root
        && root.Directives.OfType<SuggestDirective>().Any(directive => parsed.GetResult(directive) is not null);

    private static RootCommand Create(CommandEnvironment environment)
    {
        var root = new RootCommand("Previews and checks a disaster-recovery pair of Pulumi stacks on one machine: no cloud account, no Pulumi CLI.")
        {
            PreviewCommand.Create(environment),
            DiffCommand.Create(environment),
            CheckCommand.Create(environment),
            VerifyCommand.Create(environment),
            InitCommand.Create(environment),
            RecordCommand.Create(environment),
            RulesCommand.Create(environment),
            ExportCommand.Create(environment),
            CompletionCommand.Create(environment),
        };
        root.HelpName = "drctl";
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelpAction((HelpAction)help.Action!);
        return root;
    }
}
