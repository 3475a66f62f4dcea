using System.CommandLine;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The options that choose what people see of a check.</summary>
internal sealed class ReportFilterOptions
{
    private readonly Option<string?> _severity = new("--severity")
    {
        Description = "Show findings of this severity and worse. This option and the five below choose what people see. "
            + "json, sarif and junit reports hold everything, and the exit code is the same.",
        HelpName = "low|medium|high|critical",
    };

    private readonly Option<string[]> _workloads = new("--workload")
    {
        Description = "Show the objectives and findings of this workload. Repeat for more.", HelpName = "name",
    };

    private readonly Option<string[]> _rules = new("--rule") { Description = "Show the findings of this rule. Repeat for more.", HelpName = "id" };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Show only the verdict, breached objectives and mandatory violations." };

    private readonly Option<bool> _all = new("--all", "-a")
    {
        Description = "Show every finding and figure. Without it, advice that no breached objective rests on is a line per rule.",
    };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "An earlier JSON report: show only what is new, and count the rest and what is gone. The exit code is the same.", HelpName = "file",
    };

    public ReportFilterOptions()
    {
        _severity.AcceptOnlyFromAmong([.. Enum.GetValues<Severity>().Select(VerdictText.Word)]);
        _rules.CompletionSources.Add(_ => RecoveryPolicyPack.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _severity, _workloads, _rules, _quiet, _all, _baseline })
        {
            command.Add(option);
        }
    }

    /// <summary>What was asked for. What is wrong is added to the problems; which workloads there are is known only after the check.</summary>
    public ReportFilter Read(ParseResult result, List<Problem> problems)
    {
        var filter = new ReportFilter
        {
            Least = result.GetValue(_severity) is { } word ? Enum.GetValues<Severity>().Single(severity => VerdictText.Word(severity) == word) : null,
            Workloads = result.GetValue(_workloads) ?? [],
            Rules = [.. (result.GetValue(_rules) ?? []).Select(id => RuleOf(id, problems)).OfType<string>()],
            Quiet = result.GetValue(_quiet),
            All = result.GetValue(_all),
            Baseline = result.GetValue(_baseline) is { } path ? BaselineFile.Read(path, problems) : null,
        };
        if (filter is { Quiet: true, All: true })
        {
            problems.Add(new Problem("--quiet and --all exclude each other", "--quiet, --all", Fix: "give one of them"));
        }

        return filter;
    }

    /// <summary>Refuses the name of a workload that the check has not found.</summary>
    /// <exception cref="ProblemsException">There is one.</exception>
    public static void CheckWorkloads(CheckResult result)
    {
        string[] names = [.. result.Report.Objectives.Select(outcome => outcome.Workload)
            .Concat(result.Report.Stores.Select(store => store.Workload))
            .Concat(result.Report.Violations.Select(violation => violation.Workload).OfType<string>())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Problem[] problems = [.. result.Filter.Workloads.Except(names, StringComparer.Ordinal).Select(name => new Problem(
            NearestName.Hint("no workload has this name", NearestName.Of(name, names)), "--workload", name,
            names.Length > 0 ? string.Join(", ", names) : "none: the stacks have no workloads"))];
        if (problems.Length > 0)
        {
            throw new ProblemsException(problems);
        }
    }

    private static string? RuleOf(string id, List<Problem> problems)
    {
        if (RecoveryPolicyPack.Find(id) is { } rule)
        {
            return rule.Id;
        }

        problems.Add(new Problem(
            NearestName.Hint("unknown rule", NearestName.Of(id, RecoveryPolicyPack.Rules.Select(known => known.Id))), "--rule", id,
            "an id from `drctl rules`"));
        return null;
    }
}
