using System.Globalization;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Rendering;

/// <summary>What is about to be done, and what it leaves of the objectives, for people. What is refused comes last, where a terminal stands.</summary>
public static class ReviewText
{
    /// <summary>The same as text, for a file.</summary>
    public static string Render(ChangeReview review, IReadOnlyList<string> headings, bool check)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(new Screen(writer), review, headings, check);
        return writer.ToString();
    }

    /// <param name="screen">Where to.</param>
    /// <param name="review">What is done.</param>
    /// <param name="headings">Per stack: what is compared.</param>
    /// <param name="check">Whether a refusal fails the run; else it is said only.</param>
    public static void Write(Screen screen, ChangeReview review, IReadOnlyList<string> headings, bool check)
    {
        foreach (var (stack, heading) in review.Stacks.Zip(headings))
        {
            if (stack is { IsSibling: true, Diff.Changes.Count: 0 })
            {
                screen.Hanging("Judged with ", $"stack {stack.Diff.Stack}, the other of its pair, {heading}.");
                screen.Line();
                continue;
            }

            DiffText.Write(screen, stack, heading);
            screen.Line();
        }

        if (!review.Changes.Any() && review.NotJudged == 0)
        {
            return;
        }

        WriteObjectives(screen, review);
        WriteRefused(screen, review);
        WriteBroken(screen, review);
        foreach (var waived in review.Waived)
        {
            var (operation, waiver) = waived;
            screen.Hanging("  ", string.Create(
                CultureInfo.InvariantCulture,
                $"waived until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}: {ResourceName.WithStack(operation.Change.Urn)} {operation.Refusal.Reason} "
                    + $"({waiver.Reason})"));
        }

        foreach (var idle in review.IdleWaivers)
        {
            screen.Hanging("  ", idle);
        }

        screen.Hanging(string.Empty, Summary(review, check), review.IsRefused ? Tone.Red : Tone.Green);
    }

    /// <summary>The review in one line.</summary>
    public static string Summary(ChangeReview review, bool check)
    {
        var resources = review.Refused.Select(operation => operation.Change.Urn).Distinct(StringComparer.Ordinal).Count();
        var worse = review.Objectives.Count(delta => delta.Kind == DeltaKind.Worse);
        var broken = string.Join(", ", review.Broken.Select(delta => $"{delta.Subject} {delta.Disruption.Text()}"));
        string[] against =
        [
            .. review.Broken.Count == 0 ? Array.Empty<string>()
                : [$"{Number(review.Broken.Count)} {(review.Broken.Count == 1 ? "objective is" : "objectives are")} broken ({broken})"],
            .. resources == 0 ? Array.Empty<string>() : [$"{Number(resources)} of these changes touch data (marked with !)"],
        ];
        var line = against.Length == 0 ? "No data is replaced, deleted or left with less protection"
            : check ? $"Refused: {string.Join("; ", against)}"
            : $"{string.Join("; ", against)}; --check would refuse {(resources == 0 ? "this" : "them")}";
        return line
            + (review.Waived.Count > 0 ? $"; {Number(review.Waived.Count)} waived" : string.Empty)
            + (review.NotJudged > 0 ? $"; {Number(review.NotJudged)} of {Number(review.Objectives.Count)} objectives not judged" : string.Empty)
            + (worse > 0 ? $"; {Number(worse)} of {Number(review.Objectives.Count)} objectives get worse." : ".");
    }

    /// <summary>The figures of one side, <c>-</c> where there are none.</summary>
    internal static string Worst(Outcome? outcome, Func<Outcome, Derivation> figure) =>
        outcome is null ? "-" : FigureText.Duration(figure(outcome).Figure.Worst);

    private static void WriteObjectives(Screen screen, ChangeReview review)
    {
        var changed = review.Objectives.Where(delta => delta.Kind != DeltaKind.Same).ToList();
        screen.Hanging(
            "Worst-case objectives ",
            string.Create(CultureInfo.InvariantCulture, $"as of {review.After.Report.AsOf:yyyy-MM-dd}"),
            firstTone: Tone.Bold);
        if (changed.Count == 0)
        {
            screen.Hanging("  ", review.Objectives.Count == 0
                ? "No objective was judged: the stacks have no recovery manifest, and recovery.yaml has no objectives."
                : review.NotJudged == 0 ? $"No change: all {Number(review.Objectives.Count)} are unchanged."
                : review.NotJudged < review.Objectives.Count ? $"No change: {Number(review.Objectives.Count - review.NotJudged)} are unchanged."
                : "None was judged.");
            WriteNotJudged(screen, review);
            screen.Line();
            return;
        }

        var columns = new Columns("  ", "Workload", "Disruption", "", "Before", "After", "Promised", "Verdict").Right(3, 4, 5);
        foreach (var delta in changed)
        {
            var promise = (delta.After ?? delta.Before)!.Objective;
            columns.Add(
                delta.Subject, delta.Disruption.Text(), "RPO", Worst(delta.Before, outcome => outcome.Rpo), Worst(delta.After, outcome => outcome.Rpo),
                Objective.Text(promise.Rpo), Verdict(delta, outcome => outcome.RpoVerdict));
            columns.Add(
                "", "", "RTO", Worst(delta.Before, outcome => outcome.Rto), Worst(delta.After, outcome => outcome.Rto), Objective.Text(promise.Rto),
                Verdict(delta, outcome => outcome.RtoVerdict));
            if (delta is { Kind: DeltaKind.Worse, After.Because: { Length: > 0 } because })
            {
                columns.AddDetail("      ", because);
            }
        }

        columns.Write(screen);
        var same = review.Objectives.Count(delta => delta is { Kind: DeltaKind.Same, IsNotJudged: false });
        if (same > 0)
        {
            screen.Hanging("  ", $"{Number(same)} more are unchanged.");
        }

        WriteNotJudged(screen, review);
        screen.Line();
    }

    private static void WriteNotJudged(Screen screen, ChangeReview review)
    {
        var other = review.After.NeedingCounterpart;
        if (other > 0)
        {
            screen.Hanging("  ", $"{Number(other)} not judged: {(other == 1 ? "it depends" : "they depend")} on the other stack of the pair. "
                + (review.After.PairsNotJudged.Count > 0 ? $"{string.Join("; ", review.After.PairsNotJudged)}." : "Give its file too."));
        }

        if (review.NotJudged > other)
        {
            screen.Hanging("  ", $"{Number(review.NotJudged - other)} not judged: values that only the deployment tells are missing.");
        }
    }

    private static string Verdict(ObjectiveDelta delta, Func<Outcome, ObjectiveVerdict> verdict)
    {
        var (before, after) = (delta.Before is { } old ? VerdictText.Of(verdict(old)) : "new", delta.After is { } now ? VerdictText.Of(verdict(now)) : "gone");
        return before == after ? after : $"{before} -> {after}";
    }

    private static void WriteRefused(Screen screen, ChangeReview review)
    {
        if (review.Refused.Count == 0)
        {
            return;
        }

        screen.Line("Operations on data that need a waiver", Tone.Bold);
        foreach (var rule in review.Refused.GroupBy(operation => operation.Refusal.Rule))
        {
            screen.Line($"  {rule.Key.Id}", Tone.Red);
            foreach (var operation in rule)
            {
                // Whole, to be copied into a waiver.
                screen.Line($"    {operation.Change.Urn}");
                screen.Hanging("      - ", operation.Refusal.Reason);
            }

            screen.Hanging("      why  ", rule.Key.Why);
            screen.Hanging("      fix  ", rule.Key.Fix);
        }

        screen.Line();
    }

    private static void WriteBroken(Screen screen, ChangeReview review)
    {
        if (review.Broken.Count == 0)
        {
            return;
        }

        screen.Line("Objectives that this change breaks", Tone.Bold);
        foreach (var delta in review.Broken)
        {
            var causes = review.CausesOf(delta);
            screen.Hanging("  ", $"{delta.Subject}, {delta.Disruption.Text()}: {BrokenObjective.Figures(delta)}", firstTone: Tone.Red);
            foreach (var change in causes)
            {
                screen.Line($"    {change.Urn}");
                screen.Hanging("      - ", BrokenObjective.Deed(change));
            }

            if (causes.Count == 0)
            {
                screen.Hanging("      - ", delta.After!.Because);
            }

            screen.Hanging("      fix  ", BrokenObjective.Fix(delta, causes));
        }

        screen.Line();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
