using System.Globalization;
using DrInfra.Drctl.Diff;
using Spectre.Console;

namespace DrInfra.Drctl.Rendering;

/// <summary>What is done to a stack, for people.</summary>
public static class DiffText
{
    private static readonly (Operation Operation, string Mark, string Word, Color Color)[] Operations =
    [
        (Operation.Create, "+ ", "create", Color.Green),
        (Operation.Update, "~ ", "update in place", Color.Yellow),
        (Operation.MayReplace, "-/+", "may replace", Color.Red),
        (Operation.Replace, "-/+", "replace", Color.Red),
        (Operation.Delete, "- ", "delete", Color.Red),
        (Operation.Ignored, "  ", "nothing (ignored changes only)", Color.Grey),
    ];

    /// <param name="console">Where to.</param>
    /// <param name="stack">What is done to one stack.</param>
    /// <param name="heading">What is compared.</param>
    public static void Write(IAnsiConsole console, StackComparison stack, string heading)
    {
        var diff = stack.Diff;
        console.MarkupLineInterpolated($"[bold]Stack {diff.Stack}[/]: {heading}");
        console.WriteLine();
        if (diff.Changes.Count == 0)
        {
            Lines.Wrapped(console, "  ", $"No changes: all {Number(stack.Unchanged)} resources stay as they are.");
            return;
        }

        foreach (var change in diff.Changes)
        {
            WriteChange(console, change);
            if (change.Properties.Count + change.Options.Count > 0)
            {
                console.WriteLine();
            }
        }

        if (diff.Changes[^1] is { Properties.Count: 0, Options.Count: 0 })
        {
            console.WriteLine();
        }

        var replaced = stack.Planned ? $"{Number(diff.Count(Operation.Replace))} to replace" : $"{Number(diff.Count(Operation.MayReplace) + diff.Count(Operation.Replace))} may be replaced";
        Lines.Wrapped(console, "  ", $"{Number(diff.Count(Operation.Create))} to create, {Number(diff.Count(Operation.Update))} to update in place, "
            + $"{replaced}, {Number(diff.Count(Operation.Delete))} to delete; "
            + $"{Number(stack.Unchanged)} unchanged, {Number(diff.Count(Operation.Ignored))} with ignored changes only.");
        if (stack.Before.Emulated && stack.After.Emulated)
        {
            Lines.Wrapped(console, "  ", "Both sides are emulated previews of the program; what runs in the cloud was not looked at.");
        }
    }

    private static void WriteChange(IAnsiConsole console, ResourceChange change)
    {
        var (_, mark, word, color) = Operations.Single(operation => operation.Operation == change.Operation);
        console.Write(new Text($"{mark.PadRight(4)}{word}: ", new Style(color)));
        console.Write(new Text($"{TypeNames.Short(change.Type)} {change.Name}{(change.IsData ? " (data)" : string.Empty)}{(change.Note is { } said ? $": {said}" : string.Empty)}\n"));
        foreach (var option in change.Options)
        {
            WriteValues(console, $"option {option.Name}", option.Old, option.New, string.Empty);
        }

        foreach (var property in change.Properties)
        {
            var note = property.Ignored ? " (ignored: ignoreChanges)" : string.Empty;
            WriteValues(console, property.Path.ToString(), PropertyText.Of(property.Old), PropertyText.Of(property.New), note);
        }

        foreach (var refusal in change.Refusals)
        {
            Lines.Hanging(console, "      ! ", refusal.Reason);
        }
    }

    private static void WriteValues(IAnsiConsole console, string path, string old, string @new, string note)
    {
        var line = $"      {path}: {old} -> {@new}{note}";
        if (line.Length <= console.Profile.Width)
        {
            console.Write(new Text(line + "\n"));
            return;
        }

        Lines.Hanging(console, "      ", $"{path}:{note}");
        Lines.Hanging(console, "        old ", old);
        Lines.Hanging(console, "        new ", @new);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
