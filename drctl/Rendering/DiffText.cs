using System.Globalization;
using DrInfra.Drctl.Diff;
using Spectre.Console;

namespace DrInfra.Drctl.Rendering;

/// <summary>The difference between two previews for people.</summary>
public static class DiffText
{
    private static readonly (Operation Operation, string Mark, string Word, Color Color)[] Operations =
    [
        (Operation.Create, "+ ", "create", Color.Green),
        (Operation.Update, "~ ", "update in place", Color.Yellow),
        (Operation.MayReplace, "-/+", "may replace", Color.Red),
        (Operation.Delete, "- ", "delete", Color.Red),
        (Operation.Ignored, "  ", "nothing (ignored changes only)", Color.Grey),
    ];

    /// <param name="console">Where to.</param>
    /// <param name="diff">What differs.</param>
    /// <param name="overrides">The settings that make the difference, as given.</param>
    /// <param name="unchanged">How many resources do not differ.</param>
    /// <param name="check">Whether a refusal fails the run; else it is said only.</param>
    public static void Write(IAnsiConsole console, StackDiff diff, IReadOnlyList<string> overrides, int unchanged, bool check)
    {
        var what = overrides.Count == 0 ? "itself (no --config is given)" : string.Join(", ", overrides);
        console.MarkupLineInterpolated($"[bold]Stack {diff.Stack}[/]: as configured, against {what}");
        console.WriteLine();
        if (diff.Changes.Count == 0)
        {
            Lines.Wrapped(console, "  ", $"No changes: all {Number(unchanged)} resources stay as they are.");
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

        Lines.Wrapped(console, "  ", $"{Number(diff.Count(Operation.Create))} to create, {Number(diff.Count(Operation.Update))} to update in place, "
            + $"{Number(diff.Count(Operation.MayReplace))} may be replaced, {Number(diff.Count(Operation.Delete))} to delete; "
            + $"{Number(unchanged)} unchanged, {Number(diff.Count(Operation.Ignored))} with ignored changes only.");
        WriteRefusals(console, diff, check);
        Lines.Wrapped(console, "  ", "Both sides are emulated previews of the program; what runs in the cloud was not looked at.");
    }

    private static void WriteChange(IAnsiConsole console, ResourceChange change)
    {
        var (_, mark, word, color) = Operations.Single(operation => operation.Operation == change.Operation);
        console.Write(new Text($"{mark.PadRight(4)}{word}: ", new Style(color)));
        console.Write(new Text($"{TypeNames.Short(change.Type)} {change.Name}{(change.IsData ? " (data)" : string.Empty)}\n"));
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
            Lines.Hanging(console, "      ! ", refusal);
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

    private static void WriteRefusals(IAnsiConsole console, StackDiff diff, bool check)
    {
        var refused = diff.Changes.Where(change => change.Refusals.Count > 0).ToList();
        if (refused.Count == 0)
        {
            Lines.Wrapped(console, "  ", "Nothing that holds data is replaced, deleted or left with less protection.");
            return;
        }

        Lines.Wrapped(console, "  ", check
            ? $"Refused: {Number(refused.Count)} of these changes touch data (marked with !)."
            : $"{Number(refused.Count)} of these changes touch data (marked with !); --check would refuse them.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
