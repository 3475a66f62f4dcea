using System.Xml.Linq;
using DrInfra.Drctl.Reports;

namespace DrInfra.Tests.Drctl.Reports;

public class JUnitReportTests
{
    private static readonly XElement Suites = XDocument.Parse(JUnitReport.Render(SampleReports.Full)).Root!;

    [Fact]
    public void EveryRuleAndWorkload_IsASuite() => Assert.Equal(
        ["deletion-protection-is-on 1/1/0", "sample-rule 3/0/3", "waiver-only 1/0/0", "objectives of orders 3/1/1"],
        Suites.Elements("testsuite").Select(suite =>
            $"{(string)suite.Attribute("name")!} {(int)suite.Attribute("tests")!}/{(int)suite.Attribute("failures")!}/{(int)suite.Attribute("skipped")!}"));

    [Fact]
    public void MandatoryViolation_IsAFailure()
    {
        var test = Suites.Descendants("failure").First().Parent!;

        Assert.Equal($"{SampleReports.Table} deletionProtectionEnabled", test.Attribute("name")!.Value);
        Assert.StartsWith("why: ", test.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Breach_IsAFailure() =>
        Assert.Equal(
            "Breached: RPO is not bounded, promised 1h: no window, nothing keeps a history", Suites.Descendants("failure").Last().Attribute("message")!.Value);

    [Fact]
    public void Counts_AreOfTheCases()
    {
        Assert.Equal(Suites.Descendants("testcase").Count().ToString(), Suites.Attribute("tests")!.Value);
        Assert.Equal(Suites.Descendants("failure").Count().ToString(), Suites.Attribute("failures")!.Value);
        Assert.Equal(Suites.Descendants("skipped").Count().ToString(), Suites.Attribute("skipped")!.Value);
    }

    [Fact]
    public void ControlCharacters_DoNotBreakTheFile()
    {
        var report = SampleReports.Full.Report;
        var text = JUnitReport.Render(
            SampleReports.Full with { Report = report with { Violations = [report.Violations[0] with { Message = "a\u0001b \U0001F600 <&>" }] } });

        Assert.Equal("a?b \U0001F600 <&>", XDocument.Parse(text).Descendants("failure").First().Attribute("message")!.Value);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
    }
}
