using System.CommandLine;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Catalogue;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Operations;
using DrInfra.Recovery.Settings.Kit;
using Rule = DrInfra.Policies.Rules.Rule;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl rules</c>: what is looked at, and why.</summary>
internal static class RulesCommand
{
    private const string Markdown = "markdown";

    private const string Published = "published-checks";

    public static Command Create(CommandEnvironment environment)
    {
        var id = new Argument<string?>("id")
        {
            Description = "A rule, a practice such as B1, an operation that `drctl diff` refuses, or a published check such as CKV_AWS_28. Default: all rules.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "Output format. published-checks: a Markdown table of published checks and the rules that cover them.",
            HelpName = $"{CommandOptions.TextFormat}|{CommandOptions.JsonFormat}|{Markdown}|{Published}",
            DefaultValueFactory = _ => CommandOptions.TextFormat,
        };
        format.AcceptOnlyFromAmong(CommandOptions.TextFormat, CommandOptions.JsonFormat, Markdown, Published);
        var @out = new Option<string?>("--out", "-o") { Description = "Write to this file instead of printing.", HelpName = "file" };
        var command = new Command("rules", "Lists the rules, a line each, or explains one.") { id, format, @out };
        command.SetInterruptible((result, cancellationToken) =>
            Run(environment, result.GetValue(id), result.GetValue(format)!, result.GetValue(@out), cancellationToken));
        return command;
    }

    private static int Run(CommandEnvironment environment, string? id, string format, string? path, CancellationToken cancellationToken)
    {
        if (id is not null && format != CommandOptions.TextFormat)
        {
            throw new ProblemsException(new Problem($"{format} always lists all rules", id, Fix: "omit the id or --format"));
        }

        if (path is null && format == CommandOptions.TextFormat)
        {
            Write(Screen.Of(environment.Output, environment.OutputIsTerminal), id);
            return ExitCodes.Clean;
        }

        var text = format switch
        {
            CommandOptions.JsonFormat => RulesJson.Render(RecoveryPolicyPack.Rules, OperationRules.All),
            Markdown => RulesMarkdown.Render(RecoveryPolicyPack.Rules, OperationRules.All),
            Published => PublishedChecksMarkdown.Render(PublishedChecks.All),
            _ => Text(id),
        };
        if (path is null)
        {
            environment.Output.Write(text);
            return ExitCodes.Clean;
        }

        ReportFile.Write(path, text, cancellationToken);
        environment.Error.WriteLine($"wrote {path}");
        return ExitCodes.Clean;
    }

    private static string Text(string? id)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(new Screen(writer), id);
        return writer.ToString();
    }

    private static void Write(Screen screen, string? id)
    {
        if (id is null)
        {
            RulesText.WriteAll(screen, RecoveryPolicyPack.Rules, OperationRules.All);
            return;
        }

        if (OperationRules.Find(id) is { } operation)
        {
            RulesText.WriteOne(screen, operation);
            return;
        }

        if (Practices.All.FirstOrDefault(practice => practice.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            RulesText.WriteOne(screen, found, [.. RecoveryPolicyPack.Rules.Where(rule => rule.Practices.Contains(found.Id))]);
            return;
        }

        var (rules, reason) = Find(id);
        if (reason is not null)
        {
            screen.Hanging(string.Empty, $"{id}: no rule covers it: {reason}.");
        }

        foreach (var rule in rules)
        {
            RulesText.WriteOne(screen, rule);
        }
    }

    /// <exception cref="ProblemsException">It is no rule, practice or published check that is known.</exception>
    private static (IReadOnlyList<Rule> Rules, string? Reason) Find(string id)
    {
        if (RecoveryPolicyPack.Find(id) is { } rule)
        {
            return ([rule], null);
        }

        if (PublishedChecks.Find(id) is { } check)
        {
            return (check.CoveredBy, check.Reason);
        }

        string[] names = [.. RecoveryPolicyPack.Rules.Select(known => known.Id), .. OperationRules.All.Select(known => known.Id)];
        var near = names.Where(known => known.Contains(id, StringComparison.OrdinalIgnoreCase)).ToList();
        throw new ProblemsException(new Problem(
            NearestName.Hint("unknown rule", near.Count > 0 ? null : NearestName.Of(id, names)), id, Allowed: near.Count > 0 ? string.Join(", ", near)
                : "an id from `drctl rules`, or a published check from docs/published-checks.md"));
    }
}
