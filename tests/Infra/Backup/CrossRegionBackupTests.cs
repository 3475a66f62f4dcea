using System.Collections.Immutable;
using DrInfra.Infra.Backup;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Backup;

[Trait("Practice", "B4")]
[Trait("Practice", "B6")]
public class CrossRegionBackupTests
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string AirGap = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";
    private const string Plan = "aws:backup/plan:Plan";
    private const string RegionSettings = "aws:backup/regionSettings:RegionSettings";

    // A tier that replicates nothing and promises nothing for the account.
    private static readonly (string, string?)[] InternalAlone =
    [
        ("recoveryAccountId", null), ("acknowledged", null), ("witnessRegion", null), ("dns", null),
        ("workloads",
            """[{"name":"reporting","owner":"finance","tier":"internal","stores":[{"name":"reports","kind":"database","sizeGb":80,"changeGbPerDay":2}]}]"""),
    ];

    [Fact]
    public async Task Example_IsDeclaredWithAllItsParts() => Assert.Equal(
        Ordered(new()
        {
            ["LogicallyAirGappedVault"] = 2, ["Plan"] = 18, ["PrincipalAssociation"] = 2, ["RegionSettings"] = 2, ["ReportPlan"] = 3,
            ["ResourceAssociation"] = 2, ["ResourceShare"] = 2, ["RestoreTestingPlan"] = 4, ["RestoreTestingSelection"] = 16,
            ["Role"] = 4, ["RolePolicy"] = 4, ["Selection"] = 18, ["Vault"] = 2, ["VaultNotifications"] = 1, ["VaultPolicy"] = 2,
        }),
        Ordered((await DeclareAsync()).Counts));

    // The database has no member in the standby Region, so there is one plan, and the test there restores the copy.
    [Fact]
    public async Task TierWithoutAccountObjective_HasNoAirGap() => Assert.Equal(
        Ordered(new()
        {
            ["Plan"] = 1, ["RegionSettings"] = 2, ["ReportPlan"] = 3, ["RestoreTestingPlan"] = 2, ["RestoreTestingSelection"] = 2,
            ["Role"] = 4, ["RolePolicy"] = 4, ["Selection"] = 1, ["Vault"] = 2, ["VaultNotifications"] = 1, ["VaultPolicy"] = 2,
        }),
        Ordered((await DeclareAsync(InternalAlone)).Counts));

    [Fact]
    public async Task WithoutTopic_NobodyIsNotified() =>
        Assert.Empty((await DeclareAsync(topic: null)).Of("aws:backup/vaultNotifications:VaultNotifications"));

    // Gotcha 65: both Regions, whole; gotcha 80: one pair of an account owns it.
    [Fact]
    public async Task Gotchas65And80_OptInIsTheOwnersInBothRegions()
    {
        var declared = await DeclareAsync();

        Assert.Equal(["eu-central-1", "eu-west-1"], declared.Of(RegionSettings).Select(RegionOf));
        Assert.All(declared.Of(RegionSettings), settings =>
        {
            var optIn = Assert.IsType<ImmutableDictionary<string, object>>(settings["resourceTypeOptInPreference"]);
            Assert.Equal(
                BackupServices.OptIn.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (object)pair.Value)),
                optIn.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
            Assert.Equal(true, settings["resourceTypeManagementPreference.DynamoDB"]);
        });
        Assert.Empty((await DeclareAsync(("ownsAccountDefaults", "false"))).Of(RegionSettings));
    }

    // Gotcha 28: under the key that AWS manages, copies fail when they run.
    [Fact]
    public async Task Gotcha28_VaultsAreUnderOurKeysAndKept()
    {
        var declared = await DeclareAsync();

        Assert.Equal("arn:standby-vault-key", declared.Named("shared-backup-vault-eu-central-1")["kmsKeyArn"]);
        Assert.Equal("arn:vault-key", declared.Named("shared-backup-vault-eu-west-1")["kmsKeyArn"]);
        Assert.All(declared.Of(Vault), vault =>
        {
            Assert.Equal(false, vault["forceDestroy"]);
            Assert.True(vault.Options.Protect);
            Assert.True(vault.Options.RetainOnDelete);
        });
    }

    // Gotcha 26: the mode of a lock is chosen by an argument that is not there. No lock is declared by argument; the one that cannot
    // be taken back is the air-gapped vault's, whose acknowledgement the settings demand.
    [Fact]
    public async Task Gotcha26_OnlyAcknowledgedLockIsTheAirGappedVaults()
    {
        var declared = await DeclareAsync();

        Assert.Empty(declared.Of("aws:backup/vaultLockConfiguration:VaultLockConfiguration"));
        Assert.All(declared.Of(AirGap), vault =>
        {
            Assert.Equal((double)BackupSchedule.AirGapLeastDays, vault["minRetentionDays"]);
            Assert.Equal((double)BackupSchedule.AirGapMostDays, vault["maxRetentionDays"]);

            // With a key of ours, whoever has the account could make the vault unreadable.
            Assert.Null(vault["encryptionKeyArn"]);
            Assert.True(vault.Options.Protect);
            Assert.True(vault.Options.RetainOnDelete);
        });
        var refused = Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(("acknowledged", null)));
        Assert.Contains("compliance-lock", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AirGap_IsSharedWithTheRecoveryAccount()
    {
        var declared = await DeclareAsync();

        foreach (var region in new[] { "eu-west-1", "eu-central-1" })
        {
            Assert.Equal(true, declared.Named($"shared-air-gapped-share-{region}")["allowExternalPrincipals"]);
            Assert.Equal($"arn:shared-air-gapped-vault-{region}", declared.Named($"shared-air-gapped-share-vault-{region}")["resourceArn"]);
            Assert.Equal($"arn:shared-air-gapped-share-{region}", declared.Named($"shared-air-gapped-share-vault-{region}")["resourceShareArn"]);
            Assert.Equal("210987654321", declared.Named($"shared-air-gapped-share-account-{region}")["principal"]);
            Assert.Equal($"arn:shared-air-gapped-share-{region}", declared.Named($"shared-air-gapped-share-account-{region}")["resourceShareArn"]);
        }
    }

    // Gotcha 27: bounds of the locked vault against every rule that copies to it.
    [Fact]
    public async Task Gotcha27_EveryCopyFitsTheBoundsOfItsVault()
    {
        var copies = (await DeclareAsync(
            ("tiers", """{"business-operational":{"corruptionDetection":"30d","decide":"1h","objectives":{"corruption":{"rpo":"31d","rto":"4d"}}}}""")))
            .Of(Plan).SelectMany(Rules).SelectMany(Copies)
            .Where(copy => Text(copy, "destinationVaultArn").Contains("air-gapped", StringComparison.Ordinal))
            .Select(copy => Days(copy))
            .ToList();

        Assert.Equal([7, 28, 35, 365], copies.Distinct().Order());
        Assert.All(copies, days => Assert.InRange(days, BackupSchedule.AirGapLeastDays, BackupSchedule.AirGapMostDays));
    }

    // Gotcha 66: windows are stated on every rule.
    [Fact]
    public async Task Gotcha66_EveryRuleStatesItsWindowsAndItsDays() => Assert.All(
        (await DeclareAsync()).Of(Plan).SelectMany(Rules),
        rule =>
        {
            Assert.Equal(60.0, rule["startWindow"]);
            Assert.Equal(10080.0, rule["completionWindow"]);
            Assert.StartsWith("cron(", Text(rule, "schedule"), StringComparison.Ordinal);
            Assert.True(Days(rule) >= 7);
        });

    [Theory]
    [InlineData("eu-west-1", "eu-central-1")]
    [InlineData("eu-central-1", "eu-west-1")]
    public async Task EveryRule_CopiesToTheOtherRegionInBothDirections(string here, string there)
    {
        var plans = (await DeclareAsync()).Of(Plan).Where(plan => RegionOf(plan) == here && !IsContinuous(plan)).ToList();

        Assert.NotEmpty(plans);
        Assert.All(plans.SelectMany(Rules), rule =>
        {
            Assert.Equal($"drinfra-main-shared-backup-{here}", rule["targetVaultName"]);
            var first = Copies(rule).First();
            Assert.Equal($"arn:aws:backup:{there}:123456789012:backup-vault:drinfra-main-shared-backup-{there}", first["destinationVaultArn"]);
            Assert.All(Copies(rule), copy => Assert.Equal(Days(rule), Days(copy)));
        });
    }

    // Gotcha 29: Aurora's backups do not get into an air-gapped vault of another Region, so theirs is that of their Region.
    [Theory]
    [InlineData("ledger-database-backup-plan-eu-west-1", "eu-west-1")]
    [InlineData("ledger-database-backup-plan-eu-central-1", "eu-central-1")]
    [InlineData("ledger-table-backup-plan-eu-west-1", "eu-central-1")]
    [InlineData("ledger-table-backup-plan-eu-central-1", "eu-west-1")]
    [InlineData("lake-bucket-backup-plan-eu-west-1", "eu-central-1")]
    [InlineData("lake-bucket-backup-plan-eu-central-1", "eu-west-1")]
    public async Task Gotcha29_AirGapIsOneThatTheServiceReachesInOneStep(string plan, string airGap) => Assert.All(
        Rules((await DeclareAsync()).Named(plan)),
        rule =>
        {
            Assert.Equal(2, Copies(rule).Count());
            Assert.Equal(
                $"arn:aws:backup:{airGap}:123456789012:backup-vault:drinfra-main-shared-air-gapped-{airGap}",
                Copies(rule).Last()["destinationVaultArn"]);
        });

    [Fact]
    public async Task TierThatPromisesNothingForTheAccount_CopiesToNoAirGap() => Assert.All(
        (await DeclareAsync()).Of(Plan).Where(plan => plan.Name.StartsWith("reporting-", StringComparison.Ordinal) && !IsContinuous(plan)).SelectMany(Rules),
        rule => Assert.Single(Copies(rule)));

    // Gotcha 67: its copy would be a snapshot, so it has none; gotcha 68: databases and tables keep their own windows.
    [Fact]
    public async Task Gotchas67And68_OnlyBucketsAreBackedUpContinuouslyAndNotCopied()
    {
        var declared = await DeclareAsync();

        var continuous = declared.Of(Plan).Where(plan => Rules(plan).Any(rule => Equals(rule["enableContinuousBackup"], true))).ToList();
        Assert.Equal(
            [
                "lake-bucket-continuous-backup-plan-eu-central-1", "lake-bucket-continuous-backup-plan-eu-west-1",
                "reporting-bucket-continuous-backup-plan-eu-central-1", "reporting-bucket-continuous-backup-plan-eu-west-1",
            ],
            continuous.Select(plan => plan.Name));
        Assert.All(continuous, plan =>
        {
            var rule = Assert.Single(Rules(plan));
            Assert.Empty(Copies(rule));
            Assert.InRange(Days(rule), 1, 35);
        });
    }

    [Fact]
    public async Task Plan_ComesAfterTheVaultsOfBothRegions() => Assert.All((await DeclareAsync()).Of(Plan), plan => Assert.Equal(
        [
            "shared-air-gapped-vault-eu-central-1", "shared-air-gapped-vault-eu-west-1", "shared-backup-vault-eu-central-1",
            "shared-backup-vault-eu-west-1",
        ],
        plan.After));

    [Fact]
    public async Task Vault_TellsOfFailuresAndKeepsItsContent()
    {
        var declared = await DeclareAsync();

        var notifications = declared.Single("aws:backup/vaultNotifications:VaultNotifications");
        Assert.Equal("arn:aws:sns:eu-west-1:123456789012:drinfra-main-shared-alerts-eu-west-1", notifications["snsTopicArn"]);
        Assert.Equal(
            ["COPY_JOB_FAILED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"],
            BackupDeclarations.Texts(notifications["backupVaultEvents"]));
        Assert.All(declared.Of("aws:backup/vaultPolicy:VaultPolicy"), policy =>
        {
            var text = (string)policy["policy"]!;
            Assert.Contains("\"Effect\":\"Deny\"", text, StringComparison.Ordinal);
            Assert.Contains("\"backup:DeleteRecoveryPoint\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Effect\":\"Allow\"", text, StringComparison.Ordinal);

            // Without this one left, the policy could never be repaired.
            Assert.DoesNotContain("PutBackupVaultAccessPolicy", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Reports_AreOfBothRegionsInTheBucketOfOne()
    {
        var reports = (await DeclareAsync()).Of("aws:backup/reportPlan:ReportPlan");

        Assert.Equal(
            ["BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT"],
            reports.Select(report => report["reportSetting.reportTemplate"]));
        Assert.All(reports, report =>
        {
            Assert.Equal("eu-west-1", RegionOf(report));
            Assert.Equal(["eu-west-1", "eu-central-1"], BackupDeclarations.Texts(report["reportSetting.regions"]));
            Assert.Equal("drinfra-main-shared-operations-eu-west-1-123456789012", report["reportDeliveryChannel.s3BucketName"]);
            Assert.Equal("reports", report["reportDeliveryChannel.s3KeyPrefix"]);
        });
    }

    private static IEnumerable<KeyValuePair<string, int>> Ordered(IReadOnlyDictionary<string, int> counts) =>
        counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Ordered(Dictionary<string, int> counts) =>
        Ordered((IReadOnlyDictionary<string, int>)counts);

    private static bool IsContinuous(Declaration plan) => plan.Name.Contains("-continuous-", StringComparison.Ordinal);

    private static IEnumerable<ImmutableDictionary<string, object>> Rules(Declaration plan) =>
        ((ImmutableArray<object>)plan["rules"]!).Cast<ImmutableDictionary<string, object>>();

    private static IEnumerable<ImmutableDictionary<string, object>> Copies(ImmutableDictionary<string, object> rule) =>
        rule.TryGetValue("copyActions", out var copies) ? ((ImmutableArray<object>)copies).Cast<ImmutableDictionary<string, object>>() : [];

    private static int Days(ImmutableDictionary<string, object> ruleOrCopy) =>
        (int)(double)((ImmutableDictionary<string, object>)ruleOrCopy["lifecycle"])["deleteAfter"];

    private static string Text(ImmutableDictionary<string, object> map, string key) => (string)map[key];

    private static string RegionOf(Declaration declaration) => BackupDeclarations.RegionOf(declaration);

    private static Task<Declarations> DeclareAsync(params (string Key, string? Value)[] changes) =>
        BackupDeclarations.OfAsync(BackupDeclarations.Topic, changes);

    private static Task<Declarations> DeclareAsync(string? topic) => BackupDeclarations.OfAsync(topic);
}
