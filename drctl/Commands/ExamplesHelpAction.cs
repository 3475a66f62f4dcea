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
            ("drctl preview", "what both stacks would declare"),
            ("drctl diff --stack dr --config activation=active --check", "what a failover would change; fails if it would touch data"),
            ("drctl check graphs/dev.json graphs/dr.json", "what each workload can lose, and for how long, against what was promised"),
            ("drctl rules", "what is looked at"),
            ("drctl export terraform --out modules", "both stacks for Terraform"),
        ],
        ["drctl preview"] =
        [
            ("drctl preview", "all stacks of the project in this folder"),
            ("drctl preview --stack dev --config sizing=full", "one stack, with a setting tried out"),
            ("drctl preview --check", "all stacks; fails if a promise is broken"),
            ("drctl preview --format json --out graphs", "graphs/dev.json and graphs/dr.json, in the shape of `pulumi stack export`"),
        ],
        ["drctl diff"] =
        [
            ("drctl diff previews/dev.json previews/dr.json --check", "what the previews of a pair are about to do; fails if data would be lost"),
            ("drctl diff --before graphs/dev.json --after new/dev.json graphs/dr.json", "two states of one stack, beside the other one of its pair"),
            ("drctl diff previews/dev.json previews/dr.json --check --format markdown", "the same as a comment on a pull request"),
            ("drctl diff --stack dr --config activation=active", "what the standby would change to serve"),
            ("drctl diff --stack dr --config activation=active --check", "the same, failing if data would be replaced or lose protection"),
            ("drctl diff --stack dev --config sizing=full --format json", "for programs"),
        ],
        ["drctl check"] =
        [
            ("drctl check graphs/dev.json graphs/dr.json", "a pair: objectives that span both stacks need both files"),
            ("drctl check others/export.json --tier business-critical", "a stack that was not written for this, against the objectives of a tier"),
            ("drctl check previews/dev.json graphs/dr.json", "a preview with --show-sames, beside the export of the other stack"),
            ("drctl check graphs/dev.json graphs/dr.json --explain ledger:region", "how the figures of one workload came about, with every source"),
            ("drctl check graphs/dev.json graphs/dr.json --format sarif --out drctl.sarif", "for code scanning"),
            ("drctl check graphs/dev.json graphs/dr.json --format markdown --as-of 2026-12-31", "for a pull request, as of a later day"),
        ],
        ["drctl init"] =
        [
            ("drctl init --from others/export.json", "which stores seem to belong together, as a recovery.yaml to correct"),
            ("drctl init --from others/export.json --tier business-critical --out others/recovery.yaml", "the same with the objectives of a tier, into a file"),
        ],
        ["drctl rules"] =
        [
            ("drctl rules", "every rule in a line"),
            ("drctl rules deletion-protection-is-on", "one rule: why, and what to change"),
            ("drctl rules B3", "the rules of a practice, with its counterparts in Well-Architected and NIST SP 800-34"),
            ("drctl rules operation-data-replaced", "why an operation is refused, and what to do instead"),
            ("drctl rules CKV_AWS_28", "what covers a published check, or why nothing does"),
        ],
        ["drctl export terraform"] =
        [
            ("drctl export terraform --stack dev --stack dr --out modules", "modules/dev and modules/dr, each a root module with a state of its own"),
            ("drctl export terraform --stack dr --config activation=active --out modules", "the standby while it serves"),
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
            output.WriteLine("Exit codes: 0 clean; 1 refused (preview and diff: with --check); 2 bad input, nothing written.");
        }

        return result;
    }

    /// <summary>A command as it is typed.</summary>
    public static string PathOf(Command command) => command is RootCommand ? "drctl" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";
}
