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
            Description =
                "A rule, a practice such as B1, a kind of operation that `drctl diff` refuses, or a published check such as CKV_AWS_28. Default: every rule.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to print; published-checks: Markdown of which rule covers what others have published.",
            HelpName = $"{CommandOptions.TextFormat}|{Markdown}|{Published}",
            DefaultValueFactory = _ => CommandOptions.TextFormat,
        };
        format.AcceptOnlyFromAmong(CommandOptions.TextFormat, Markdown, Published);
        var @out = new Option<string?>("--out", "-o") { Description = "A file, instead of printing.", HelpName = "file" };
        var command = new Command("rules", "Lists the rules of a check, or explains one.") { id, format, @out };
        command.SetAction(result => Run(environment, result.GetValue(id), result.GetValue(format)!, result.GetValue(@out)));
        return command;
    }

    private static int Run(CommandEnvironment environment, string? id, string format, string? path)
    {
        if (id is not null && format != CommandOptions.TextFormat)
        {
            throw new ProblemsException(new Problem($"{format} is of all rules", id, Fix: "leave the id or --format away"));
        }

        if (path is null && format == CommandOptions.TextFormat)
        {
            Write(Screen.Of(environment.Output, environment.OutputIsTerminal), id);
            return ExitCodes.Clean;
        }

        var text = format switch
        {
            Markdown => RulesMarkdown.Render(RecoveryPolicyPack.Rules, OperationRules.All),
            Published => PublishedChecksMarkdown.Render(PublishedChecks.All),
            _ => Text(id),
        };
        if (path is null)
        {
            environment.Output.Write(text);
            return ExitCodes.Clean;
        }

        ReportFile.Write(path, text);
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

        var near = RecoveryPolicyPack.Rules.Select(known => known.Id).Concat(OperationRules.All.Select(known => known.Id))
            .Where(known => known.Contains(id, StringComparison.OrdinalIgnoreCase)).ToList();
        throw new ProblemsException(new Problem(
            "there is no such rule", id,
            Allowed: near.Count > 0 ? string.Join(", ", near) : "an id that `drctl rules` lists, or a published check of docs/published-checks.md"));
    }
}
