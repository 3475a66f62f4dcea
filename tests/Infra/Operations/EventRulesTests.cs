using System.Text.Json;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class EventRulesTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    [Theory]
    [InlineData(Primary)]
    [InlineData(Standby)]
    public void Trouble_IsToldToPeopleInBothRegions(string region) => Assert.Equal(
        ["backup-jobs", "copy-jobs", "vault-changes", "plan-executions", "database-failovers"],
        Rules(region).Where(rule => rule.TellsPeople).Select(rule => rule.Part));

    [Fact]
    public void FailedJobs_AreThoseOfTheRegionsVault()
    {
        var detail = Pattern(Primary, "backup-jobs").GetProperty("detail");

        Assert.Equal(["FAILED", "ABORTED", "EXPIRED", "PARTIAL"], Texts(detail.GetProperty("state")));
        Assert.Equal(["drinfra-main-shared-backup-eu-west-1"], Texts(detail.GetProperty("backupVaultName")));
        Assert.Equal(
            ["arn:aws:backup:eu-west-1:123456789012:backup-vault:drinfra-main-shared-backup-eu-west-1"],
            Texts(Pattern(Primary, "copy-jobs").GetProperty("detail").GetProperty("sourceBackupVaultArn")));
    }

    [Fact]
    public void ChangedVaults_AreThoseOfThePair() => Assert.Equal(
        "arn:aws:backup:eu-central-1:123456789012:backup-vault:drinfra-main-",
        Pattern(Standby, "vault-changes").GetProperty("resources")[0].GetProperty("prefix").GetString());

    // The guide spells the values of the events in two ways.
    [Fact]
    public void WaitingApproval_IsHeardHoweverItIsSpelled()
    {
        var pattern = Pattern(Standby, "plan-executions");

        Assert.Contains(
            "ExecutionPendingApproval",
            pattern.GetProperty("detail").GetProperty("eventType").EnumerateArray().Select(value => value.GetProperty("equals-ignore-case").GetString()));
        Assert.Equal("arn:aws:arc-region-switch::123456789012:plan/drinfra-main-", pattern.GetProperty("resources")[0].GetProperty("prefix").GetString());
    }

    // Where it is copied to is the other Region's vault; a continuous backup is copied nowhere, and so is none.
    [Theory]
    [InlineData(Primary, "journal-copied", "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-ledger-journal-eu-west-1", Standby)]
    [InlineData(Standby, "requests-copied", "arn:aws:dynamodb:eu-central-1:123456789012:table/drinfra-main-ledger-requests", Primary)]
    [InlineData(Primary, "raw-copied", "arn:aws:s3:::drinfra-main-lake-raw-eu-west-1-123456789012", Standby)]
    public void CopyOfAStore_IsHeardByItsArn(string region, string part, string arn, string other)
    {
        var detail = Pattern(region, part).GetProperty("detail");

        Assert.Equal(["COMPLETED"], Texts(detail.GetProperty("state")));
        Assert.Equal([arn], Texts(detail.GetProperty("resourceArn")));
        Assert.Equal(
            [$"arn:aws:backup:{other}:123456789012:backup-vault:drinfra-main-shared-backup-{other}"], Texts(detail.GetProperty("destinationBackupVaultArn")));
    }

    private static IReadOnlyList<EventSpec> Rules(string region) => EventRules.For(Settings.Identity, Settings.Workloads, region);

    private static JsonElement Pattern(string region, string part) => JsonDocument.Parse(Rules(region).Single(rule => rule.Part == part).Pattern).RootElement;

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());
}
