using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DrInfra.Drctl.Rendering;

namespace DrInfra.Drctl.Commands;

/// <summary>The usual help with examples under it.</summary>
internal sealed class ExamplesHelpAction : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, (string Line, string What)[]> Examples = new(StringComparer.Ordinal)
    {
        ["drctl"] =
        [
            ("drctl preview", "show the resources of both stacks"),
            ("drctl diff --stack dr --config activation=active --check", "show what a failover changes; fail if it touches data"),
            ("drctl check graphs/dev.json graphs/dr.json", "compare each workload's RPO and RTO with its objectives"),
            ("drctl verify graphs/dev.json graphs/dr.json", "verify that one Region is active whatever happens"),
            ("drctl rules", "list the rules"),
            ("drctl export terraform --out modules", "export both stacks to Terraform"),
        ],
        ["drctl preview"] =
        [
            ("drctl preview", "all stacks of the project in this folder"),
            ("drctl preview --stack dev --config sizing=full", "one stack with a changed setting"),
            ("drctl preview --check", "all stacks; fail if an objective is breached"),
            ("drctl preview --format json --out graphs", "write graphs/dev.json and graphs/dr.json in the format of `pulumi stack export`"),
        ],
        ["drctl diff"] =
        [
            ("drctl diff previews/dev.json previews/dr.json --check", "show what both previews of a pair change; fail if data would be lost"),
            ("drctl diff --before graphs/dev.json --after new/dev.json graphs/dr.json", "compare two states of one stack, given the other stack of the pair"),
            ("drctl diff previews/dev.json previews/dr.json --check --format markdown", "the same as a pull request comment"),
            ("drctl diff --stack dr --config activation=active", "show what the activation of the standby changes"),
            ("drctl diff --stack dr --config activation=active --check", "the same; fail if data would be replaced or lose protection"),
            ("drctl diff --stack dev --config sizing=full --format json", "as JSON"),
        ],
        ["drctl check"] =
        [
            ("drctl check graphs/dev.json graphs/dr.json", "a pair: Region objectives need both files"),
            ("pulumi stack export | drctl check - --severity high", "the current stack; show findings of severity high and critical"),
            ("drctl check graphs --workload ledger --all", "the stacks in a folder; show one workload in full"),
            ("drctl check graphs --baseline before.json", "show only what is new since `drctl check graphs --format json --out before.json`"),
            ("drctl check others/export.json --tier business-critical", "a stack of another program, with the objectives of a tier"),
            ("drctl check previews/dev.json graphs/dr.json", "a preview with --show-sames, and the export of the other stack"),
            ("drctl check graphs/dev.json graphs/dr.json --explain ledger:region", "show how one workload's RPO and RTO are computed, with sources"),
            ("drctl check graphs/dev.json graphs/dr.json --format sarif --out drctl.sarif", "for code scanning"),
            ("drctl check graphs/dev.json graphs/dr.json --format markdown --as-of 2026-12-31", "for a pull request, as of a later date"),
        ],
        ["drctl verify"] =
        [
            ("drctl verify graphs/dev.json graphs/dr.json", "a pair: whether one Region is active whatever happens"),
            ("drctl verify graphs --workload events --faults 4", "one workload, with one more fault"),
            ("drctl verify graphs --format json --out verified.json", "for programs, with every step of every story"),
        ],
        ["drctl init"] =
        [
            ("drctl init --from others/export.json", "draft a recovery.yaml that groups stores into workloads"),
            ("drctl init --from others/export.json --tier business-critical --out others/recovery.yaml",
                "the same with the objectives of a tier, written to a file"),
        ],
        ["drctl record"] =
        [
            ("pulumi stack output identities --json --stack dev | drctl record --from - --stack dr", "let dr know the clusters of dev"),
            ("drctl record --from exports/dr.json --stack dev --check", "fail if dev does not know those of dr"),
        ],
        ["drctl rules"] =
        [
            ("drctl rules", "list all rules"),
            ("drctl rules deletion-protection-is-on", "explain one rule and its fix"),
            ("drctl rules B3", "the rules of a practice, with its Well-Architected and NIST SP 800-34 references"),
            ("drctl rules operation-data-replaced", "explain why an operation is refused, and what to do instead"),
            ("drctl rules CKV_AWS_28", "show which rule covers a published check, or why none does"),
        ],
        ["drctl completion"] =
        [
            ("source <(drctl completion bash)", "for this shell; add the line to ~/.bashrc for every shell"),
            ("drctl completion fish > ~/.config/fish/completions/drctl.fish", "for every fish shell"),
        ],
        ["drctl export terraform"] =
        [
            ("drctl export terraform --stack dev --stack dr --out modules", "write modules/dev and modules/dr, each a root module with its own state"),
            ("drctl export terraform --stack dr --config activation=active --out modules", "export the activated standby"),
        ],
    };

    private readonly HelpAction _usual;

    public ExamplesHelpAction(HelpAction usual)
    {
        _usual = usual;
        _usual.MaxWidth = Screen.RedirectedWidth;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = _usual.Invoke(parseResult);
        if (Examples.TryGetValue(PathOf(parseResult.CommandResult.Command), out var examples))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (line, what) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {what}");
            }

            output.WriteLine();
            output.WriteLine("Exit codes: 0 clean; 1 refused (preview and diff: with --check); 2 bad input, nothing written; 130 interrupted.");
        }

        return result;
    }

    /// <summary>A command as it is typed.</summary>
    public static string PathOf(Command command) => command is RootCommand ? "drctl" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";
}
