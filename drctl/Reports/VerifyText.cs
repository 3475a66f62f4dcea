using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Assessment.Verification;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Drctl.Reports;

/// <summary>What <c>drctl verify</c> found, for people: the verdict, the stories, what each writer is held by, and what was left out.</summary>
internal static class VerifyText
{
    private const int NameWidth = 14;

    /// <summary>What may happen, in any order and at any time.</summary>
    private const string Faults =
        "a Region is lost; a Region is cut off and comes back; an alarm rings although all is well; people start a plan without need; a Region reads a former, "
            + "or a wrong, beacon; a clock is slow by half of what a permission lasts; a request or its answer is late; a process stands still.";

    private const string Abstractions =
        "time is counted in ticks, of half of what a permission lasts; the plan's steps succeed where their Region is reached; one execution of "
            + "a plan runs at a time; two Regions are never lost at once; services keep what they document. docs/protocol explains the models.";

    public static string Render(VerifyResult result)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(new Screen(writer), result);
        return writer.ToString();
    }

    public static void Write(Screen screen, VerifyResult result)
    {
        screen.Hanging(string.Empty, result.Summary, result.IsBroken ? Tone.Red : result.HasUnknown ? Tone.Yellow : Tone.Green);
        screen.Line();
        foreach (var (recovery, verification) in result.Workloads)
        {
            WriteOne(screen, recovery.Name, verification);
        }

        screen.Line();
        WritersText.Write(screen, [.. result.Workloads.SelectMany(workload => workload.Recovery.Writers)]);
        screen.Hanging("Faults: ", Faults, Tone.Dim, Tone.Dim);
        screen.Hanging("Left out: ", Abstractions, Tone.Dim, Tone.Dim);
    }

    private static void WriteOne(Screen screen, string name, Verification verification)
    {
        var first = $"  {name.PadRight(NameWidth)}";
        if (verification.NotApplicable is { } why)
        {
            screen.Hanging(first, $"not applicable: {why}", Tone.Dim);
            return;
        }

        if (verification.Unknown is { } unknown)
        {
            screen.Hanging(first, $"unknown: {unknown.Text}{Where(unknown)}", Tone.Yellow);
            return;
        }

        foreach (var machine in verification.Machines)
        {
            var what = machine.Model == PermissionMachine.ModelName ? "lease" : "plan";
            var states = string.Create(CultureInfo.InvariantCulture, $"{machine.States:N0} states, {machine.Transitions:N0} steps");
            var (said, tone) = machine.Violated != Invariant.None ? ($"{what}: not safe", Tone.Red)
                : machine.IsComplete ? ($"{what}: safe, {states}", Tone.Green)
                : ($"{what}: unknown, more than {states}", Tone.Yellow);
            screen.Hanging(first, said, tone);
            first = new string(' ', first.Length);
            WriteStory(screen, machine);
        }

        if (verification.Late.Count > 0)
        {
            screen.Hanging(first, "time: too late", Tone.Red);
            WriteLines(screen, verification.Late);
        }
    }

    private static void WriteStory(Screen screen, VerifiedMachine machine)
    {
        if (machine.Story.Count == 0)
        {
            return;
        }

        WriteLines(screen, machine.Story);
        foreach (var cause in machine.Causes)
        {
            screen.Hanging("    because   ", cause.Text + Where(cause));
        }

        var definitions = string.Join(' ', machine.Definitions.Select(name => $"-D{name}"));
        screen.Hanging("    in spin   ", $"spin {definitions} -a docs/protocol/{machine.Model}", Tone.Dim);
    }

    private static void WriteLines(Screen screen, IReadOnlyList<StoryLine> story)
    {
        foreach (var line in story)
        {
            screen.Hanging($"    {DurationText.Format(line.At),8}  ", line.Text, ReferenceEquals(line, story[^1]) ? Tone.Red : Tone.Plain);
        }
    }

    private static string Where(Policies.Graph.Reason reason) => reason.Node is { } node
        ? $" ({ResourceName.WithStack(node.Urn)}{(reason.Property is { Length: > 0 } property ? $", {property}" : "")})"
        : "";
}
