using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using Spectre.Console;

namespace DrInfra.Drctl.Reports;

/// <summary>Stacks that say nothing of workloads: how their stores were grouped, and what each store gives by itself.</summary>
internal static class StoresTable
{
    public static void Write(IAnsiConsole console, CheckResult result)
    {
        if (result.Groups.Count == 0 && result.KeysAndVaults.Count == 0)
        {
            return;
        }

        console.Write(new Text("Stores\n", new Style(decoration: Decoration.Bold)));
        if (result.Groups.Count > 0)
        {
            Lines.Wrapped(console, "  ", "Grouped by guess. If you know better: drctl init --from FILE --out recovery.yaml, and check with --policy.");
        }

        var stores = result.Report.Stores.ToLookup(store => store.Workload, StringComparer.Ordinal);
        foreach (var group in result.Groups)
        {
            Lines.Hanging(console, "  ", $"{group.Name} ({group.Because})");
            foreach (var store in stores[group.Name])
            {
                Write(console, store);
            }

            foreach (var member in Unlisted(group, stores[group.Name]))
            {
                Lines.Hanging(console, "    ", $"{ResourceName.WithStack(member)}, a part of the above");
            }
        }

        if (result.KeysAndVaults.Count > 0)
        {
            Lines.Hanging(console, "  ", "keys, passwords and vaults, which rules judge:");
            foreach (var urn in result.KeysAndVaults)
            {
                Lines.Hanging(console, "    ", ResourceName.WithStack(urn));
            }
        }

        console.WriteLine();
    }

    private static void Write(IAnsiConsole console, StoreReport store)
    {
        Lines.Hanging(console, "    ", $"{ResourceName.WithStack(store.Urn)}{(store.Region is null ? "" : $" in {store.Region}")}");
        foreach (var copy in store.Copies)
        {
            Lines.Hanging(console, "      ", $"{copy.Kind}{(copy.Region is null ? "" : $" in {copy.Region}")} survives {string.Join(", ", copy.Survives)}");
        }

        var columns = new Rendering.Columns("      ", "Disruption", "Lost", "", "Back after", "").Right(1, 3);
        foreach (var outcome in store.Outcomes)
        {
            columns.Add([
                outcome.Disruption.Text(),
                FigureText.Duration(outcome.Rpo.Figure.Worst), Verdict(outcome.RpoVerdict, outcome.Objective.Rpo),
                FigureText.Duration(outcome.Recovery.Figure.Worst), Verdict(outcome.RecoveryVerdict, outcome.Objective.Rto)]);
        }

        columns.Write(console);
    }

    private static string Verdict(ObjectiveVerdict verdict, TimeSpan? promised) => verdict switch
    {
        ObjectiveVerdict.NotApplicable => "",
        ObjectiveVerdict.Breached => $"BREACHED, {Objective.Text(promised)} promised",
        ObjectiveVerdict.Unknown => $"unknown, {Objective.Text(promised)} promised",
        _ => $"within {Objective.Text(promised)}",
    };

    private static IEnumerable<string> Unlisted(WorkloadGroup group, IEnumerable<StoreReport> stores) =>
        group.Members.Select(node => node.Urn).Except(stores.Select(store => store.Urn), StringComparer.Ordinal);
}
