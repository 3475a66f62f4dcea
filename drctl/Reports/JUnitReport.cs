using System.Globalization;
using System.Text;
using System.Xml;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A check as test results: a suite per rule, a case per finding (one that passed where a rule found nothing), and a suite of
/// objectives per workload. What does not stop a deployment is a skipped case, because a server knows only passed, failed and skipped.
/// </summary>
public static class JUnitReport
{
    private enum State
    {
        Passed,
        Skipped,
        Failed,
    }

    public static string Render(CheckResult result)
    {
        var suites = Suites(result).ToList();
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", RecoveryPolicyPack.Name);
            WriteCounts(writer, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (var suite in suites)
            {
                WriteSuite(writer, suite, result.Report.AsOf);
            }

            writer.WriteEndElement();
        }

        return text + "\n";
    }

    private static IEnumerable<Suite> Suites(CheckResult result)
    {
        var report = result.Report;
        var rules = result.Rules
            .Concat(report.Violations.Select(violation => violation.Rule))
            .Concat(report.Unknown.Select(unknown => unknown.Rule))
            .Concat(report.Waived.Select(waived => waived.Violation.Rule))
            .DistinctBy(rule => rule.Id);
        foreach (var rule in rules)
        {
            Case[] cases =
            [
                .. report.Violations.Where(violation => violation.Rule.Id == rule.Id).Select(Of),
                .. report.Unknown.Where(unknown => unknown.Rule.Id == rule.Id).Select(unknown => Of(unknown, result.FailOnUnknown)),
                .. report.Waived.Where(waived => waived.Violation.Rule.Id == rule.Id).Select(Of),
            ];
            yield return new Suite(rule.Id, cases.Length > 0 ? cases : [new Case(rule.Id, rule.Description, State.Passed, string.Empty, string.Empty)]);
        }

        foreach (var workload in report.Objectives.GroupBy(outcome => outcome.Subject))
        {
            yield return new Suite($"objectives of {workload.Key}", [.. workload.Select(outcome => Of(outcome, result.FailOnUnknown))]);
        }
    }

    private static Case Of(Violation violation)
    {
        var name = violation.Urn.Length == 0 ? violation.Message : violation.Property is { } path ? $"{violation.Urn} {path}" : violation.Urn;
        var details = $"why: {violation.Why}\nfix: {violation.Fix}";
        return violation.Enforcement == Level.Mandatory
            ? new Case(violation.Rule.Id, name, State.Failed, violation.Message, details)
            : new Case(violation.Rule.Id, name, State.Skipped, $"advisory: {violation.Message}", details);
    }

    private static Case Of(UnknownVerdict unknown, bool fails) => new(
        unknown.Rule.Id,
        $"{unknown.Urn} {unknown.Property}".Trim(),
        fails ? State.Failed : State.Skipped,
        $"unknown: {unknown.Property} is not known before the deployment",
        string.Empty);

    private static Case Of(WaivedViolation waived) => new(
        waived.Violation.Rule.Id,
        waived.Violation.Urn,
        State.Skipped,
        string.Create(CultureInfo.InvariantCulture, $"waived until {waived.Expires:yyyy-MM-dd} by {waived.Owner}: {waived.Reason}"),
        waived.Violation.Message);

    private static Case Of(Outcome outcome, bool unknownFails) => new(
        outcome.Subject,
        outcome.Disruption.Text(),
        outcome.Verdict switch
        {
            ObjectiveVerdict.Breached => State.Failed,
            ObjectiveVerdict.Unknown => unknownFails ? State.Failed : State.Skipped,
            ObjectiveVerdict.NotApplicable => State.Skipped,
            _ => State.Passed,
        },
        $"{outcome.Verdict}: {outcome.Because}",
        $"RPO {FigureText.Of(outcome.Rpo.Figure)}, promised {Objective.Text(outcome.Objective.Rpo)}\n"
        + $"RTO {FigureText.Of(outcome.Rto.Figure)}, promised {Objective.Text(outcome.Objective.Rto)}");

    private static void WriteSuite(XmlWriter writer, Suite suite, DateOnly asOf)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", Clean(suite.Name));
        WriteCounts(writer, suite.Cases);
        // The day of the check, not of the run: the same check gives the same bytes.
        writer.WriteAttributeString("timestamp", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00");
        foreach (var item in suite.Cases)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("classname", Clean(item.ClassName));
            writer.WriteAttributeString("name", Clean(item.Name));
            writer.WriteAttributeString("time", "0");
            if (item.State == State.Passed)
            {
                WriteOutput(writer, item.Message, item.Details);
            }
            else
            {
                writer.WriteStartElement(item.State == State.Failed ? "failure" : "skipped");
                writer.WriteAttributeString("message", Clean(item.Message));
                writer.WriteString(Clean(item.Details));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteOutput(XmlWriter writer, string message, string details)
    {
        if (message.Length > 0)
        {
            writer.WriteElementString("system-out", Clean($"{message}\n{details}"));
        }
    }

    private static void WriteCounts(XmlWriter writer, IReadOnlyList<Case> cases)
    {
        writer.WriteAttributeString("tests", Number(cases.Count));
        writer.WriteAttributeString("failures", Number(cases.Count(item => item.State == State.Failed)));
        writer.WriteAttributeString("errors", "0");
        writer.WriteAttributeString("skipped", Number(cases.Count(item => item.State == State.Skipped)));
        writer.WriteAttributeString("time", "0");
    }

    // XML has no form for most control characters, not even escaped.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.Value >= 0x20 || rune.Value is '\n' or '\t' ? rune.ToString() : "?"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Suite(string Name, IReadOnlyList<Case> Cases);

    private sealed record Case(string ClassName, string Name, State State, string Message, string Details);

    /// <summary>So that the declaration says UTF-8, which the text will be written in.</summary>
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(false);
    }
}
