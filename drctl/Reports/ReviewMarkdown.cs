using System.Globalization;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Objectives;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;
using static DrInfra.Drctl.Reports.MarkdownText;
using Operation = DrInfra.Drctl.Diff.Operation;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A change as one comment on a pull request. The first screen says what gets worse, for whom and by how much, and what to do;
/// figures, assumptions and derivations follow.
/// </summary>
public static class ReviewMarkdown
{
    // Long enough for a deployment, too short to be forgotten.
    private const int DaysOfAWaiver = 14;

    private const string Closing = "</details>\n\n";

    private const int NamedCauses = 3;

    private const int MostProperties = 8;

    public static string Render(ChangeReview review)
    {
        var (before, after) = (review.Before, review.After);
        var added = Added(before.Report.Violations, after.Report.Violations);
        var footings = new FootingList(after.Report.Objectives);
        var text = new MarkdownBudget(MarkdownSections.Limit);
        text.Add(Head(review));
        text.Add("objectives", "### What gets worse\n\n" + DeltaHeader, Deltas(review, DeltaKind.Worse), 0.15);
        text.Add("things to do", "### What to do\n\n", ToDo(review, added), 0.3);
        text.Add("operations on data", "### Operations on data\n\n" + Header("", "resource", "what") + "\n", Operations(review), 0.42);
        text.Add(
            "waivers", "<details><summary>Waivers for recovery.yaml, if these operations are intended</summary>\n\n```yaml\nwaivers:\n", Waivers(review), 0.44,
            $"```\n\n{Closing}");
        text.Add("kinds of other operations", "### Other operations\n\n", Others(review), 0.47);
        text.Add(
            "objectives", "### What else changes for workloads\n\n" + DeltaHeader,
            Deltas(review, DeltaKind.Better, DeltaKind.Promise, DeltaKind.New, DeltaKind.Gone), 0.5);
        text.Add("violations", "### Violations that this change brings\n\n", MarkdownSections.Violations(added), 0.65);
        text.Add(
            "violations", "<details><summary>Existing violations</summary>\n\n",
            MarkdownSections.Violations(after.Report.Violations.Except(added)), 0.72, Closing);
        text.Add(
            "objectives", "<details><summary>All objectives</summary>\n\n" + MarkdownSections.ObjectivesHeader,
            after.Report.Objectives.Select(outcome => MarkdownSections.Row(outcome, footings)), 0.8, Closing);
        MarkdownSections.AddRest(
            text, after, footings, review.Objectives.OrderByDescending(delta => delta.Kind == DeltaKind.Worse).Select(delta => delta.After).OfType<Outcome>());
        return text.ToString();
    }

    private static string Head(ChangeReview review)
    {
        var worse = review.Objectives.Where(delta => delta.Kind == DeltaKind.Worse).ToList();
        var broken = review.Broken.Count;
        var data = review.Refused.Select(operation => operation.Change.Urn).Distinct(StringComparer.Ordinal).Count();
        string[] against =
        [
            .. data > 0 ? [Counted(data, "operation on data needs", "operations on data need") + " a waiver"] : Array.Empty<string>(),
            .. broken > 0 ? [Counted(broken, "objective is", "objectives are") + " breached by it"] : Array.Empty<string>(),
            .. worse.Count(delta => delta.Broken.Count == 0) is var other and > 0
                ? [Counted(other, "objective gets", "objectives get") + " worse"]
                : Array.Empty<string>(),
            .. review.NotJudged > 0 ? [Counted(review.NotJudged, "objective is", "objectives are") + " not judged"] : Array.Empty<string>(),
        ];
        var mark = review.IsRefused || !review.After.Passes ? ":x:" : worse.Count + review.NotJudged > 0 ? ":warning:" : ":white_check_mark:";
        var line = against.Length > 0
            ? Sentence(string.Join(", ", against))
            : review.Changes.Any() ? "No data is at risk, and no objective gets worse" : "Nothing changes";
        var waived = review.Waived.Count > 0 ? $" {Counted(review.Waived.Count, "operation is", "operations are")} waived." : string.Empty;
        return $"## {mark} Recovery: {line}\n\nThe check after the change: "
            + $"{VerdictText.Summary(review.After)}{waived}\n\n{MarkdownSections.Scope(review.After)}";
    }

    private static readonly string DeltaHeader = Header("workload", "disruption", "worst RPO", "worst RTO", "verdict", "cause") + "\n";

    private static IEnumerable<string> Deltas(ChangeReview review, params DeltaKind[] kinds) => review.Objectives
        .Where(delta => kinds.Contains(delta.Kind))
        .OrderByDescending(delta => delta.After?.Verdict)
        .Select(delta => Row(
            MarkdownReport.ForWhom((delta.After ?? delta.Before)!, review.After, review.Before),
            delta.Disruption.Text(),
            Change(delta, outcome => outcome.Rpo, outcome => outcome.Objective.Rpo),
            Change(delta, outcome => outcome.Rto, outcome => outcome.Objective.Rto),
            Verdict(delta),
            delta.Kind == DeltaKind.Worse ? ByWhat(review, delta) : string.Empty) + "\n");

    /// <summary>Before and after, by how much, and what was promised.</summary>
    private static string Change(ObjectiveDelta delta, Func<Outcome, Derivation> figure, Func<Outcome, TimeSpan?> promise)
    {
        var (old, now) = (delta.Before is { } before ? figure(before).Figure : (Figure?)null, delta.After is { } after ? figure(after).Figure : (Figure?)null);
        var promised = promise((delta.After ?? delta.Before)!) is { } wanted ? $"<br>promised {Objective.Text(wanted)}" : string.Empty;
        var (had, has) = (Side(old), Side(now));
        return had == has ? had + promised : $"{had} → **{has}**{By(old, now)}{promised}";
    }

    private static string Side(Figure? figure) => figure is { } known ? FigureText.Duration(known.Worst) : "-";

    private static string By(Figure? before, Figure? after) =>
        (before?.Worst, after?.Worst) is ({ } old, { } now) && double.IsFinite(old) && double.IsFinite(now)
            ? $" ({(now >= old ? "+" : "-")}{FigureText.Duration(Math.Abs(now - old))})"
            : string.Empty;

    private static string Verdict(ObjectiveDelta delta)
    {
        var old = delta.Before is { } before ? VerdictText.Of(before.Verdict) : "new";
        var now = delta.After is { } after ? MarkdownSections.Strong(VerdictText.Of(after.Verdict)) : "gone";
        return old == now ? now : $"{old} → {now}";
    }

    /// <summary>The operations that make it worse, and no other; where that cannot be told, what the verdict hangs on.</summary>
    private static string ByWhat(ChangeReview review, ObjectiveDelta delta)
    {
        var causes = review.CausesOf(delta);
        return causes.Count == 0
            ? Plain((delta.After ?? delta.Before)!.Because)
            : string.Join("<br>", causes.Take(NamedCauses).Select(change => $"{Code(change.Name)} {Plain(BrokenObjective.Deed(change))}"))
                + (causes.Count > NamedCauses ? $"<br>and {Number(causes.Count - NamedCauses)} more" : string.Empty);
    }

    /// <summary>By kind of refusal: the resources, why they are refused, and the fix; then the fixes of what else stops the deployment.</summary>
    private static IEnumerable<string> ToDo(ChangeReview review, IReadOnlyList<Violation> added)
    {
        foreach (var rule in review.Refused.GroupBy(operation => operation.Refusal.Rule))
        {
            var resources = rule.Select(operation => $"  - {Code(ResourceName.WithStack(operation.Change.Urn))} {Plain(operation.Refusal.Reason)}\n");
            yield return $"- **{Plain(rule.Key.Fix)}** ({Code(rule.Key.Id)})\n{string.Concat(resources)}";
        }

        // What is refused has been said.
        var refused = review.Refused.Select(operation => operation.Change.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var (delta, causes) in review.Broken.Select(delta => (delta, review.CausesOf(delta))))
        {
            if (causes.Count > 0 && causes.All(change => refused.Contains(change.Urn)))
            {
                continue;
            }

            var operations = causes.Select(change => $"  - {change.Operation.Text()} {Code(ResourceName.WithStack(change.Urn))}\n");
            yield return $"- {Plain(delta.Subject)}, {delta.Disruption.Text()}: **{Plain(BrokenObjective.Fix(delta, causes))}**\n{string.Concat(operations)}";
        }

        foreach (var rule in added
            .Where(violation =>
                violation.Enforcement == Level.Mandatory && !refused.Contains(violation.Urn) && !(violation.Rule is RpoWithinObjective or RtoWithinObjective))
            .GroupBy(violation => violation.Rule.Id))
        {
            var resources = rule.Take(3)
                .Select(violation =>
                    $"  - {(violation.Urn.Length > 0 ? Code(ResourceName.WithStack(violation.Urn)) + " " : string.Empty)}{Plain(violation.Message)}\n");
            var more = rule.Count() > 3 ? $"  - and {Number(rule.Count() - 3)} more\n" : string.Empty;
            yield return $"- **{Plain(rule.First().Fix)}** ({Code(rule.Key)})\n{string.Concat(resources)}{more}";
        }
    }

    private static IEnumerable<string> Operations(ChangeReview review)
    {
        var refused = review.Refused.ToLookup(operation => operation.Change.Urn, StringComparer.Ordinal);
        var waived = review.Waived.ToLookup(operation => operation.Operation.Change.Urn, StringComparer.Ordinal);
        foreach (var change in review.Changes
            .Where(change =>
                change.Operation != Operation.Ignored && (change.IsData || change.Refusals.Count > 0)
                    && (change.Operation != Operation.Create || change.Note is not null))
            .OrderByDescending(change => refused.Contains(change.Urn)))
        {
            var verdict = refused.Contains(change.Urn) ? ":x: refused" : waived.Contains(change.Urn) ? ":ballot_box_with_check: waived" : "shown";
            yield return Row(
                verdict, $"**{change.Operation.Text()}** {Code(ResourceName.WithStack(change.Urn))}", What(change, refused[change.Urn], waived[change.Urn]))
                + "\n";
        }
    }

    /// <summary>To be filled in by whoever answers for it.</summary>
    private static IEnumerable<string> Waivers(ChangeReview review) => review.Refused
        .DistinctBy(operation => (operation.Refusal.Rule.Id, operation.Change.Urn))
        .Select(operation => string.Create(
            CultureInfo.InvariantCulture,
            $"  - rule: {operation.Refusal.Rule.Id}\n    urn: \"{operation.Change.Urn}\"\n    reason: \n    owner: \n    expires: "
                + $"{review.After.Report.AsOf.AddDays(DaysOfAWaiver):yyyy-MM-dd}\n"));

    private static string What(ResourceChange change, IEnumerable<RefusedOperation> refused, IEnumerable<WaivedOperation> waived) => string.Join("<br>",
    [
        .. refused.Select(operation => Plain(operation.Refusal.Reason)),
        .. waived.Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"{Plain(one.Operation.Refusal.Reason)}: waived until {one.Waiver.Expires:yyyy-MM-dd}, {Plain(one.Waiver.Owner)}: {Plain(one.Waiver.Reason)}")),
        .. change.Note is { } note ? [Plain(note)] : Array.Empty<string>(),
        .. change.Options.Select(option => $"{Plain(option.Name)}: {Plain(option.Old)} → {Plain(option.New)}"),
        .. Shown(change, refused).Take(MostProperties)
            .Select(property => $"{Plain(property.Path.ToString())}: {Short(property.Old)} → {Short(property.New)}"),
        .. Shown(change, refused).Count > MostProperties
            ? [$"and {Number(Shown(change, refused).Count - MostProperties)} more properties"]
            : Array.Empty<string>(),
    ]);

    // Why an update is refused says what changes.
    private static IReadOnlyList<PropertyChange> Shown(ResourceChange change, IEnumerable<RefusedOperation> refused) =>
        change.Operation == Operation.Update && refused.Any() ? [] : change.Properties;

    private static string Short(Policies.Graph.PropertyValue? value)
    {
        var text = PropertyText.Of(value);
        return Plain(text.Length > 120 ? text[..120] + "..." : text);
    }

    /// <summary>What holds no data, counted by type.</summary>
    private static IEnumerable<string> Others(ChangeReview review) => review.Changes
        .Where(change =>
            change.Operation != Operation.Ignored && change.Refusals.Count == 0
                && (!change.IsData || (change.Operation == Operation.Create && change.Note is null)))
        .GroupBy(change => change.Operation)
        .OrderByDescending(group => group.Key)
        .Select(group =>
        {
            var types = group.GroupBy(change => TypeNames.Short(change.Type)).OrderBy(type => type.Key, StringComparer.Ordinal);
            return $"- **{group.Key.Text()}** {Number(group.Count())}: {string.Join(", ", types.Select(Named))}\n";
        });

    // A few are named.
    private static string Named(IGrouping<string, ResourceChange> type) => type.Count() <= 3
        ? $"{Plain(type.Key)} {string.Join(", ", type.Select(change => Code(change.Name)))}"
        : $"{Number(type.Count())} {Plain(type.Key)}";

    // A violation that is there already stays the same one when its figures change; of several alike, those with a new message are new.
    private static List<Violation> Added(IReadOnlyList<Violation> before, IReadOnlyList<Violation> after)
    {
        var (known, now) = (before.ToLookup(Key), after.CountBy(Key).ToDictionary());
        return [.. after.Where(violation => known[Key(violation)].Count() < now[Key(violation)]
            && known[Key(violation)].All(old => old.Message != violation.Message))];

        static (string Rule, string Stack, string Urn, string? Property, string? Workload, Disruption? Disruption, string? Part) Key(Violation violation) =>
            (violation.Rule.Id, violation.Stack, violation.Urn, violation.Property, violation.Workload, violation.Disruption, violation.Part);
    }

    private static string Counted(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
