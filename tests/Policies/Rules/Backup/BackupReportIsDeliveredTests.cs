using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupReportIsDeliveredTests
{
    private static readonly BackupReportIsDelivered Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"COPY_JOB_REPORT\"", "\"COPY_REPORT\"", "template COPY_REPORT does not exist")]
    [InlineData("\"JSON\"", "\"PDF\"", "format PDF does not exist")]
    [InlineData("\"accounts\": [\"111122223333\"]", "\"accounts\": [\"444455556666\"]", "does not cover its own account")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("reports")]
    public void NotInTheGraph_IsReportedAsUnknown(string without) =>
        BackupGraph.AssertNoticedWithout(Rule, without, "?");
}
