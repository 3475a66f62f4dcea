using System.Globalization;
using DrInfra.Drctl.Reports;

namespace DrInfra.Tests.Drctl.Reports;

[Trait("Practice", "I4")]
public class MarkdownReportTests
{
    [Fact]
    public void Comment_HasVerdictObjectivesViolationsAndDerivations()
    {
        var text = MarkdownReport.Render(SampleReports.Full);

        Assert.StartsWith("## :x: Recovery check\n\n**Refused: 1 mandatory violation, 1 breached objective;", text, StringComparison.Ordinal);
        Assert.Contains(
            "| orders | region | 1s / 20s enforced | 5m | 31m40s / 48m20s assumption | 1h | RPO met, RTO met on 1, 2 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| RPO **BREACHED**, RTO -<br>RPO is not bounded, promised 1h: no window, nothing keeps a history |\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "- `dev: dynamodb Table orders-carts` the table has no deletion protection (`deletionProtectionEnabled`)\n", text,
            StringComparison.Ordinal);
        Assert.Contains("1. assumption restore-rate: 0.05 GB/s, rate\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "<details><summary>orders, region: met on assumption</summary>\n\n```text\nRPO\n  leaf replica lag", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Left out", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsFromOutside_AreNoMarkup()
    {
        var text = MarkdownReport.Render(SampleReports.Full with { Filter = new ReportFilter { All = true } });

        Assert.Contains("What is found late cannot be taken back \\| a week later.", text, StringComparison.Ordinal);
        Assert.Contains("moving to &lt;B&gt; & @\u200Bops", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingFound_IsShort() => Assert.Equal(
        "## :white_check_mark: Recovery check\n\n**No mandatory violation; no objective was judged.**\n\nStacks `dev` as of 2026-11-24, without a "
            + "recovery.yaml.\n\n",
        MarkdownReport.Render(SampleReports.Clean));

    [Fact]
    public void WhatDoesNotFit_IsLeftOutAndSaid()
    {
        var report = SampleReports.Full.Report;
        var many = SampleReports.Full with
        {
            Report = report with
            {
                Objectives =
                [
                    .. Enumerable.Range(0, 1000)
                        .Select(number => report.Objectives[0] with { Workload = string.Create(CultureInfo.InvariantCulture, $"workload-{number}") }),
                ],
                Violations = [.. Enumerable.Repeat(report.Violations[0], 2000)],
                Unknown = [.. Enumerable.Repeat(report.Unknown[0], 2000)],
            },
        };

        var text = MarkdownReport.Render(many);

        Assert.InRange(text.Length, MarkdownReport.Limit - 5000, MarkdownReport.Limit);
        Assert.Matches(
            @"\*\*Left out\*\*, because a comment can have at most 65,536 characters: \d+ workloads, \d+ objectives, \d+ findings, "
                + @"\d+ unknown, \d+ derivations\. `drctl check` shows everything\.\n$",
            text);
        Assert.Contains("### Met only as long as these hold", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SameReport_SameText()
    {
        Func<CheckResult, string>[] formats = [TableReport.Render, JsonReport.Render, SarifReport.Render, JUnitReport.Render, MarkdownReport.Render];

        Assert.All(formats, render => Assert.Equal(render(SampleReports.Full), render(SampleReports.Full)));
        Assert.All(formats, render => Assert.EndsWith("\n", render(SampleReports.Full), StringComparison.Ordinal));
        Assert.All(formats, render => Assert.DoesNotContain('\r', render(SampleReports.Full)));
    }
}
