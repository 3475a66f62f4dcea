using System.Globalization;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;
using Spectre.Console;

namespace DrInfra.Drctl.Rendering;

/// <summary>What is about to be done, and what it leaves of the objectives, for people. What is refused comes last, where a terminal stands.</summary>
public static class ReviewText
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>The same as text, for a file.</summary>
    public static string Render(ChangeReview review, IReadOnlyList<string> headings, bool check)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(ConsoleFactory.Create(writer, isTerminal: false), review, headings, check);
        return writer.ToString();
    }

    /// <param name="console">Where to.</param>
    /// <param name="review">What is done.</param>
    /// <param name="headings">Per stack: what is compared.</param>
    /// <param name="check">Whether a refusal fails the run; else it is said only.</param>
    public static void Write(IAnsiConsole console, ChangeReview review, IReadOnlyList<string> headings, bool check)
    {
        foreach (var (stack, heading) in review.Stacks.Zip(headings))
        {
            DiffText.Write(console, stack, heading);
            console.WriteLine();
        }

        if (!review.Changes.Any())
        {
            return;
        }

        WriteObjectives(console, review);
        WriteRefused(console, review);
        foreach (var waived in review.Waived)
        {
            var (operation, waiver) = waived;
            Lines.Hanging(console, "  ", string.Create(
                CultureInfo.InvariantCulture,
                $"waived until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}: {ResourceName.WithStack(operation.Change.Urn)} {operation.Refusal.Reason} ({waiver.Reason})"));
        }

        foreach (var idle in review.IdleWaivers)
        {
            Lines.Hanging(console, "  ", idle);
        }

        Lines.Hanging(console, string.Empty, Summary(review, check), new Style(review.IsRefused ? Color.Red : Color.Green, decoration: Decoration.Bold));
    }

    /// <summary>The review in one line.</summary>
    public static string Summary(ChangeReview review, bool check)
    {
        var resources = review.Refused.Select(operation => operation.Change.Urn).Distinct(StringComparer.Ordinal).Count();
        var worse = review.Objectives.Count(delta => delta.Kind == DeltaKind.Worse);
        var line = resources == 0
            ? "Nothing that holds data is replaced, deleted or left with less protection"
            : check ? $"Refused: {Number(resources)} of these changes touch data (marked with !)"
            : $"{Number(resources)} of these changes touch data (marked with !); --check would refuse them";
        return line
            + (review.Waived.Count > 0 ? $"; {Number(review.Waived.Count)} waived" : string.Empty)
            + (worse > 0 ? $"; {Number(worse)} of {Number(review.Objectives.Count)} objectives get worse." : ".");
    }

    /// <summary>The figures of one side, <c>-</c> where there are none.</summary>
    internal static string Worst(Outcome? outcome, Func<Outcome, Derivation> figure) => outcome is null ? "-" : FigureText.Duration(figure(outcome).Figure.Worst);

    private static void WriteObjectives(IAnsiConsole console, ChangeReview review)
    {
        var changed = review.Objectives.Where(delta => delta.Kind != DeltaKind.Same).ToList();
        console.Write(new Text("Objectives at worst", Bold));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $" as of {review.After.Report.AsOf:yyyy-MM-dd}\n")));
        if (changed.Count == 0)
        {
            Lines.Wrapped(console, "  ", review.Objectives.Count == 0
                ? "None was judged: the stacks hold no recovery manifest, and recovery.yaml promises nothing."
                : $"No change: all {Number(review.Objectives.Count)} stay as they are.");
            console.WriteLine();
            return;
        }

        var columns = new Columns("  ", "Workload", "Disruption", "", "Before", "After", "Promised", "Verdict").Right(3, 4, 5);
        foreach (var delta in changed)
        {
            var promise = (delta.After ?? delta.Before)!.Objective;
            columns.Add(delta.Workload, delta.Disruption.Text(), "RPO", Worst(delta.Before, outcome => outcome.Rpo), Worst(delta.After, outcome => outcome.Rpo), Objective.Text(promise.Rpo), Verdict(delta, outcome => outcome.RpoVerdict));
            columns.Add("", "", "RTO", Worst(delta.Before, outcome => outcome.Rto), Worst(delta.After, outcome => outcome.Rto), Objective.Text(promise.Rto), Verdict(delta, outcome => outcome.RtoVerdict));
            if (delta is { Kind: DeltaKind.Worse, After.Because: { Length: > 0 } because })
            {
                columns.AddDetail("      ", because);
            }
        }

        columns.Write(console);
        var same = review.Objectives.Count - changed.Count;
        if (same > 0)
        {
            Lines.Wrapped(console, "  ", $"{Number(same)} more stay as they are.");
        }

        console.WriteLine();
    }

    private static string Verdict(ObjectiveDelta delta, Func<Outcome, ObjectiveVerdict> verdict)
    {
        var (before, after) = (delta.Before is { } old ? VerdictText.Of(verdict(old)) : "new", delta.After is { } now ? VerdictText.Of(verdict(now)) : "gone");
        return before == after ? after : $"{before} -> {after}";
    }

    private static void WriteRefused(IAnsiConsole console, ChangeReview review)
    {
        if (review.Refused.Count == 0)
        {
            return;
        }

        console.Write(new Text("Operations on data that need a waiver\n", Bold));
        foreach (var rule in review.Refused.GroupBy(operation => operation.Refusal.Rule))
        {
            console.Write(new Text($"  {rule.Key.Id}\n", new Style(Color.Red)));
            foreach (var operation in rule)
            {
                // Whole, to be copied into a waiver.
                Lines.Whole(console, $"    {operation.Change.Urn}");
                Lines.Hanging(console, "      - ", operation.Refusal.Reason);
            }

            Lines.Hanging(console, "      why  ", rule.Key.Why);
            Lines.Hanging(console, "      fix  ", rule.Key.Fix);
        }

        console.WriteLine();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
