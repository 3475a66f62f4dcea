using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

/// <summary>Findings of the two rules on objectives, in the words that people see first: the verdict and the figure.</summary>
internal static class ObjectiveFindings
{
    public static IEnumerable<Finding> Of(RuleContext context, string what, Func<Outcome, (Derivation Derivation, TimeSpan? Objective, ObjectiveVerdict Verdict)> pick)
    {
        var recovery = context.Recovery.Value;
        var stores = recovery.Stores.ToLookup(store => store.Workload, StringComparer.Ordinal);
        foreach (var outcome in recovery.Outcomes)
        {
            var (derivation, objective, verdict) = pick(outcome);
            var node = recovery.Promises.For(outcome.Workload)?.Nodes is [var manifest, ..] ? manifest : stores[outcome.Workload].FirstOrDefault()?.Node;
            if (verdict == ObjectiveVerdict.Breached)
            {
                yield return new Finding(node, Verdict.Violation(Message(outcome, what, derivation, objective!.Value)), node?.Stack.Name);
            }
            else if (verdict == ObjectiveVerdict.Unknown && !outcome.NeedsCounterpart)
            {
                foreach (var leaf in derivation.Leaves().Where(leaf => leaf.Figure.IsUnknown))
                {
                    var source = leaf.Sources is [var first, ..] ? first : null;
                    yield return new Finding(context.Estate.Find(source?.Urn) ?? node, Verdict.Unknown(source?.Reference ?? leaf.Label), node?.Stack.Name);
                }
            }
        }
    }

    private static string Message(Outcome outcome, string what, Derivation derivation, TimeSpan promised)
    {
        var figure = derivation.Figure.IsUnbounded ? "is not bounded" : $"up to {Spaced(derivation.Figure.Worst!.Value)}";
        return $"{outcome.Workload}: {outcome.Disruption.Text()} {what} {figure}, promised {Spaced(promised.TotalSeconds)}; {Part(outcome.Because, what)}";
    }

    // The part of the reasons that is about this figure, without what the message has said already.
    private static string Part(string because, string what)
    {
        var part = because.Split("; ").Where(line => line.StartsWith(what, StringComparison.Ordinal)).FirstOrDefault() ?? because;
        var rest = because.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? because[at..] : part;
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        var end = what == "RPO" ? rest.IndexOf("; RTO ", StringComparison.Ordinal) : -1;
        return colon < 0 ? rest : (end > colon ? rest[..end] : rest)[(colon + 2)..];
    }

    private static string Spaced(double seconds) => System.Text.RegularExpressions.Regex.Replace(DurationText.Format(TimeSpan.FromSeconds(seconds)).Replace("m", "min"), "(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])", " ");
}
