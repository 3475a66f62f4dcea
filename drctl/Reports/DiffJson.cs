using System.Text.Json;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports.Json;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// What is about to be done, for programs: all stacks' changes in one list, what is refused and what is waived, and the objectives before
/// and after. The same bytes for the same files and date; secrets are hidden, as in graph files.
/// </summary>
public static class DiffJson
{
    public static string Render(ChangeReview review)
    {
        var shown = review.Stacks.Where(stack => stack is not { IsSibling: true, Diff.Changes.Count: 0 }).ToList();
        int Count(Operation operation) => shown.Sum(stack => stack.Diff.Count(operation));

        return ReportJson.Text(new DiffDocument(
            Version: 1,
            string.Join(", ", shown.Select(stack => stack.Diff.Stack)),
            review.After.Report.AsOf,
            Emulated: review.Stacks.All(stack => stack.Before.Emulated && stack.After.Emulated),
            review.IsRefused,
            new DiffDocument.Counts(
                Count(Operation.Create),
                Count(Operation.Update),
                Count(Operation.MayReplace),
                Count(Operation.Replace),
                Count(Operation.Delete),
                Count(Operation.Ignored),
                Unchanged: shown.Sum(stack => stack.Unchanged)),
            review.Stacks.SelectMany(stack => stack.Diff.Changes.Select(change => ChangeOf(stack.Diff.Stack, change))),
            review.Refused.Select(RefusalOf),
            review.Waived.Select(waived => RefusalOf(waived.Operation) with
            {
                Because = waived.Waiver.Reason,
                Owner = waived.Waiver.Owner,
                Expires = waived.Waiver.Expires,
            }),
            review.IdleWaivers,
            review.Objectives.Select(delta => new DiffDocument.Delta(
                delta.Workload,
                delta.Disruption.Text(),
                Camel(delta.Kind),
                SideOf(delta.Before),
                SideOf(delta.After))
            {
                Pair = (delta.After ?? delta.Before) is { AmongPairs: true } outcome ? outcome.Pair : null,
                BrokenBy = delta.Broken.Count == 0 ? null : review.CausesOf(delta).Select(change => change.Urn),
            })));
    }

    private static DiffDocument.Change ChangeOf(string stack, ResourceChange change) => new(
        stack,
        change.Urn,
        change.Type,
        change.Name,
        Camel(change.Operation),
        change.IsData,
        change.Note,
        change.Properties.Select(property => new DiffDocument.Property(property.Path.ToString(), property.Old, property.New, property.Ignored)),
        change.Options.Select(option => new DiffDocument.Option(option.Name, option.Old, option.New)),
        change.Refusals.Select(refusal => refusal.Reason));

    private static DiffDocument.Refusal RefusalOf(RefusedOperation operation) => new(
        operation.Refusal.Rule.Id,
        operation.Change.Urn,
        Camel(operation.Change.Operation),
        operation.Refusal.Reason,
        operation.Refusal.Rule.Fix);

    private static DiffDocument.Side? SideOf(Outcome? outcome) => outcome is null
        ? null
        : new DiffDocument.Side(
            FigureJson.Of(outcome.Rpo.Figure),
            FigureJson.Of(outcome.Rto.Figure),
            ObjectiveJson.Of(outcome.Objective),
            outcome.Verdict.ToString(),
            outcome.Because);

    private static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
