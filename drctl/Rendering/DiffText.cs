using System.Globalization;
using DrInfra.Drctl.Diff;

namespace DrInfra.Drctl.Rendering;

/// <summary>What is done to a stack, for people.</summary>
public static class DiffText
{
    private static readonly (Operation Operation, string Mark, string Word, Tone Tone)[] Operations =
    [
        (Operation.Create, "+ ", "create", Tone.Green),
        (Operation.Update, "~ ", "update in place", Tone.Yellow),
        (Operation.MayReplace, "-/+", "may replace", Tone.Red),
        (Operation.Replace, "-/+", "replace", Tone.Red),
        (Operation.Delete, "- ", "delete", Tone.Red),
        (Operation.Ignored, "  ", "nothing (ignored changes only)", Tone.Dim),
    ];

    /// <param name="screen">Where to.</param>
    /// <param name="stack">What is done to one stack.</param>
    /// <param name="heading">What is compared.</param>
    public static void Write(Screen screen, StackComparison stack, string heading)
    {
        var diff = stack.Diff;
        screen.Hanging($"Stack {diff.Stack}", $": {heading}", firstTone: Tone.Bold);
        screen.Line();
        if (diff.Changes.Count == 0)
        {
            screen.Hanging("  ", $"No changes: all {Number(stack.Unchanged)} resources are unchanged.");
            return;
        }

        foreach (var change in diff.Changes)
        {
            WriteChange(screen, change);
            if (change.Properties.Count + change.Options.Count > 0)
            {
                screen.Line();
            }
        }

        if (diff.Changes[^1] is { Properties.Count: 0, Options.Count: 0 })
        {
            screen.Line();
        }

        var replaced = stack.Planned
            ? $"{Number(diff.Count(Operation.Replace))} to replace"
            : $"{Number(diff.Count(Operation.MayReplace) + diff.Count(Operation.Replace))} may be replaced";
        screen.Hanging("  ", $"{Number(diff.Count(Operation.Create))} to create, {Number(diff.Count(Operation.Update))} to update in place, "
            + $"{replaced}, {Number(diff.Count(Operation.Delete))} to delete; "
            + $"{Number(stack.Unchanged)} unchanged, {Number(diff.Count(Operation.Ignored))} with ignored changes only.");
        if (stack.Before.Emulated && stack.After.Emulated)
        {
            screen.Hanging("  ", "Both sides are emulated previews of the program. Deployed resources were not compared.");
        }
    }

    private static void WriteChange(Screen screen, ResourceChange change)
    {
        var (_, mark, word, tone) = Operations.Single(operation => operation.Operation == change.Operation);
        var note = change.Note is { } said ? $": {said}" : string.Empty;
        screen.Hanging(
            $"{mark.PadRight(4)}{word}: ",
            $"{TypeNames.Short(change.Type)} {change.Name}{(change.IsData ? " (data)" : string.Empty)}{note}",
            firstTone: tone);
        foreach (var option in change.Options)
        {
            WriteValues(screen, $"option {option.Name}", option.Old, option.New, string.Empty);
        }

        foreach (var property in change.Properties)
        {
            var ignored = property.Ignored ? " (ignored: ignoreChanges)" : string.Empty;
            WriteValues(screen, property.Path.ToString(), PropertyText.Of(property.Old), PropertyText.Of(property.New), ignored);
        }

        foreach (var refusal in change.Refusals)
        {
            screen.Hanging("      ! ", refusal.Reason);
        }
    }

    private static void WriteValues(Screen screen, string path, string old, string @new, string note)
    {
        var line = $"      {path}: {old} -> {@new}{note}";
        if (line.Length <= screen.Width)
        {
            screen.Line(line);
            return;
        }

        screen.Hanging("      ", $"{path}:{note}");
        screen.Hanging("        old ", old);
        screen.Hanging("        new ", @new);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
