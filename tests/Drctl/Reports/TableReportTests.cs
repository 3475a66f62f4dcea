using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Drctl.Reports;

public class TableReportTests
{
    [Fact]
    public void EverythingThatWasFound_IsShown() => Assert.Equal(
        """
        Refused: 1 mandatory violation, 1 breached objective; 1 of 3 objectives met (1 on assumptions); 1 advisory violation, 2
        unknown, 1 resource not judged, 1 waived.
        Checked dev, dr as of 2026-11-24, with policies/recovery.yaml

        Objectives as of 2026-11-24
          Disruption    Worst RPO  promised  Worst RTO  promised  Verdict
          orders: 1 of 3 met, 1 on assumption, 1 unknown
            region            20s        5m     48m20s        1h  RPO met, RTO met on 1, 2
            corruption  unbounded        1h     48m20s      none  RPO BREACHED
              RPO is not bounded, promised 1h: no window, nothing keeps a history
              rests on  dr: rds Cluster orders-journal: its key is in eu-west-1
            account       unknown        1h         0s      none  RPO unknown
              not known before the deployment: lock of orders-journal

          Met only as long as these hold:
            1  assumption restore-rate: 0.05 GB/s, rate
            2  assumption adoption: 15m, adoption of the new cluster (dba, reviewed 2026-10-01)

        Findings
          mandatory  deletion-protection-is-on (high)
            dev: dynamodb Table orders-carts
              - the table has no deletion protection (deletionProtectionEnabled)
              why  A deletion by mistake or with stolen credentials removes the data and its PITR window.
              fix  Set deletionProtection to true. On DynamoDB, set deletionProtectionEnabled on the table and on each replica.

        Advice, a line per rule (--all shows each finding, `drctl rules ID` why and how to fix it)
            1  low       sample-rule  dev, dr

        Unknown until deployed
          sample-rule
            dr: rds Cluster orders-journal: kmsKeyId

        Waived
          sample-rule dr: rds Cluster orders-journal
            retention is 1 day, 7 needed
            until 2027-01-31, dba: moving to <B> & @ops

        Data without a workload
          dr: rds Cluster orders-journal

        Not judged
          aws-native:s3:Bucket docs (no reader knows resources of aws-native)

        Notes on the files
          dev: aws:s3/bucket:Bucket old will be deleted by the next update, and is not judged


        """,
        TableReport.Render(SampleReports.Full));

    [Fact]
    public void ABreach_NamesWhatItRestsOn_AndTheRuleThatFindsIt()
    {
        const string Urn = "urn:pulumi:dev::shop::aws:backup/plan:Plan::daily";
        var rule = SampleReports.Full.Report.Violations[0].Rule;
        var cause = new Violation("dev", rule, Level.Advisory, Urn, "rule daily keeps backups 35 days", "rules");
        var breach = new Violation(
            "dev", rule, Level.Mandatory, "urn:pulumi:dev::shop::aws:dynamodb/table:Table::carts", "RPO is not bounded",
            null) { Causes = [new Cause(Urn, "rules", "rule daily keeps backups 35 days")] };

        Assert.Contains(
            $"rests on dev: backup Plan daily: rule daily keeps backups 35 days [{rule.Id}]",
            string.Join(
                ' ',
                TableReport.Render(SampleReports.Clean with { Report = SampleReports.Clean.Report with { Violations = [breach, cause] } })
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void NothingFound_IsOneLine() => Assert.StartsWith(
        "No mandatory violation; no objective was judged.\nChecked dev as of 2026-11-24, without a recovery.yaml\n\nObjectives",
        TableReport.Render(SampleReports.Clean), StringComparison.Ordinal);

    [Fact]
    public void LongNames_StayWithinTheWidth()
    {
        var name = new string('n', 150);
        var report = SampleReports.Full.Report;
        var result = SampleReports.Full with
        {
            Report = report with
            {
                Violations = [report.Violations[0] with { Urn = $"urn:pulumi:dev::shop::aws:s3/bucket:Bucket::{name}", Message = name, Property = name }],
                Unknown = [report.Unknown[0] with { Property = name }],
                Objectives = [report.Objectives[1] with { Obstacle = name }],
            },
        };

        Assert.All(TableReport.Render(result).Split('\n'), line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Unknown_FailsOnlyWhereAskedTo(bool failOnUnknown, bool passes)
    {
        var report = new CheckReport { AsOf = SampleReports.Today, Stacks = ["dev"], Unknown = SampleReports.Full.Report.Unknown };

        Assert.Equal(passes, new CheckResult { Report = report, FailOnUnknown = failOnUnknown }.Passes);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void BreachedObjective_Refuses(int skipped, bool passes)
    {
        var report = new CheckReport { AsOf = SampleReports.Today, Stacks = ["dev"], Objectives = [.. SampleReports.Full.Report.Objectives.Skip(skipped)] };

        Assert.Equal(passes, new CheckResult { Report = report }.Passes);
        Assert.Equal(!passes, report.Objectives.Any(outcome => outcome.Verdict == ObjectiveVerdict.Breached));
    }
}
