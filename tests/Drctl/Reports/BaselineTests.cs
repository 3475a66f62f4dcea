using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Reports;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>A report compared with an earlier one that has something of everything.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void SameReport_HasNothingNew_InEveryList()
    {
        var text = TableReport.Render(Compared(SampleReports.Full, SampleReports.Full));

        Assert.All(
            ["Findings", "Advice", "Unknown until deployed", "Waived", "Not judged", "    region "],
            absent => Assert.DoesNotContain($"\n{absent}", text, StringComparison.Ordinal));
        Assert.EndsWith(
            "As in before.json of 2026-11-24: 2 findings, 3 objectives, 1 unknown verdict, 1 waived finding. Gone since then: nothing.\n",
            Unwrapped(text), StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyBaseline_MakesEverythingNew()
    {
        var text = Unwrapped(TableReport.Render(Compared(SampleReports.Clean, SampleReports.Full)));

        Assert.Contains("orders: 1 of 3 met, 1 on assumption, 1 unknown (not in the baseline)", text, StringComparison.Ordinal);
        Assert.All(
            ["deletion-protection-is-on", "sample-rule", "kmsKeyId", "moving to <B>"], present => Assert.Contains(present, text, StringComparison.Ordinal));
        Assert.EndsWith("As in before.json of 2026-11-24: nothing. Gone since then: nothing.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadsAndFindingsThatAreNoMore_AreCounted() => Assert.EndsWith(
        "As in before.json of 2026-11-24: nothing. Gone since then: 2 findings, 1 workload.\n",
        TableReport.Render(Compared(SampleReports.Full, SampleReports.Clean)), StringComparison.Ordinal);

    [Fact]
    public void FindingThatIsWaivedNow_IsNotGone()
    {
        var report = SampleReports.Full.Report;
        var waived = SampleReports.Full with
        {
            Report = report with
            {
                Violations = [report.Violations[0]], Waived = [.. report.Waived, report.Waived[0] with { Violation = report.Violations[1] }],
            },
        };

        Assert.EndsWith("Gone since then: nothing.\n", Unwrapped(TableReport.Render(Compared(SampleReports.Full, waived))), StringComparison.Ordinal);
    }

    private CheckResult Compared(CheckResult before, CheckResult after)
    {
        File.WriteAllText(_file, JsonReport.Render(before));
        var problems = new List<Problem>();
        var baseline = BaselineFile.Read(_file, problems);
        Assert.Empty(problems);
        return after with { Filter = new ReportFilter { Baseline = baseline! with { Path = "before.json" } } };
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) + "\n";
}
