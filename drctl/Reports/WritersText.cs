using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Assessment.Verification;

namespace DrInfra.Drctl.Reports;

/// <summary>What holds each writer to one Region, and how writes that a failover leaves behind are reconciled, for people.</summary>
internal static class WritersText
{
    public static void Write(Screen screen, IReadOnlyList<WriterGuarantee> writers)
    {
        if (writers.Count == 0)
        {
            return;
        }

        screen.Line("What holds each writer to one Region", Tone.Bold);
        foreach (var writer in writers)
        {
            var reconciled = writer.Reconciled is { } text ? $"\n{text}" : "";
            screen.Hanging(
                $"  {writer.Workload}/{writer.Writer}  ", writer.Text + reconciled, writer.Guarantee == Guarantee.None ? Tone.Yellow : Tone.Plain);
        }

        screen.Line();
    }
}
