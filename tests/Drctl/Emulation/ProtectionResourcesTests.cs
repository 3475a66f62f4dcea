using System.Collections.Immutable;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class ProtectionResourcesTests
{
    private const string Vault = "aws:backup/vault:Vault";
    private const string AirGapped = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";
    private const string Lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    private readonly TestCloud _cloud = new();

    [Fact]
    public void VaultWithoutAKey_HasTheAccountsKeyOfItsRegion()
    {
        var first = _cloud.CreateIn("west", Vault, "first", ("name", "first"));
        var second = _cloud.CreateIn("west", Vault, "second", ("name", "second"));
        var central = _cloud.CreateIn("central", Vault, "central", ("name", "first"));

        Assert.Equal(first.Outputs["kmsKeyArn"], second.Outputs["kmsKeyArn"]);
        Assert.StartsWith($"arn:aws:kms:{Central}:{AccountId}:key/", (string)central.Outputs["kmsKeyArn"], StringComparison.Ordinal);
        Assert.NotEqual(first.Outputs["kmsKeyArn"], central.Outputs["kmsKeyArn"]);
    }

    [Theory]
    [InlineData(Vault, AirGapped)]
    [InlineData(AirGapped, Vault)]
    public void VaultsOfBothKinds_ShareTheNamesOfARegion(string first, string second)
    {
        _cloud.Create(first, "first", ("name", "orders"));

        Assert.Contains(first, _cloud.RefusalOf(second, "second", ("name", "orders")), StringComparison.Ordinal);
        Assert.Equal("orders", _cloud.CreateIn("central", second, "elsewhere", ("name", "orders")).Id);
    }

    // A plan with the real provider found one that the API knows and the provider does not.
    [Fact]
    public void VaultEventThatTheProviderDoesNotTake_IsRefused() => Assert.Contains(
        "CONTINUOUS_BACKUP_INTERRUPTED",
        _cloud.RefusalOf(
            "aws:backup/vaultNotifications:VaultNotifications",
            "orders",
            ("backupVaultName", "orders"),
            ("snsTopicArn", "arn:aws:sns:eu-west-1:123456789012:orders"),
            ("backupVaultEvents", ImmutableArray.Create<object>("COPY_JOB_FAILED", "CONTINUOUS_BACKUP_INTERRUPTED"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(7.0, 90.0, null, true)]
    [InlineData(90.0, 90.0, 3.0, true)]
    [InlineData(91.0, 90.0, null, false)]
    [InlineData(0.0, 90.0, null, false)]
    [InlineData(7.0, 36501.0, null, false)]
    [InlineData(7.0, 90.0, 2.0, false)]
    public void Lock_TakesTheBoundsOfTheService(double shortest, double longest, double? grace, bool accepted)
    {
        var inputs = new List<(string, object)> { ("backupVaultName", "orders"), ("minRetentionDays", shortest), ("maxRetentionDays", longest) };
        if (grace is { } days)
        {
            inputs.Add(("changeableForDays", days));
        }

        var error = Record.Exception(() => _cloud.Create(Lock, "lock", [.. inputs]));

        Assert.Equal(accepted, error is null);
    }

    [Theory]
    [InlineData(6.0)]
    [InlineData(91.0)]
    public void AirGappedVaultOfTooShortOrCrossedRetention_IsRefused(double shortest)
    {
        var message = _cloud.RefusalOf(AirGapped, "gap", ("name", "orders"), ("minRetentionDays", shortest), ("maxRetentionDays", 90.0));

        Assert.Contains("minRetentionDays", message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanRule_HasTheProvidersDefaultsUnderItsOwn()
    {
        var rule = Map(("ruleName", "hourly"), ("targetVaultName", "orders"), ("startWindow", 90.0));

        var plan = _cloud.Create("aws:backup/plan:Plan", "orders", ("name", "orders"), ("rules", List(rule)));

        var answered = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(Assert.Single((ImmutableArray<object>)plan.Outputs["rules"]));
        Assert.Equal(90.0, answered["startWindow"]);
        Assert.Equal(180, answered["completionWindow"]);
        Assert.Equal(false, answered["enableContinuousBackup"]);
        Assert.Equal("Etc/UTC", answered["scheduleExpressionTimezone"]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void RestoreTestingSelection_SaysWhatItProtectsInOneWay(bool arns, bool conditions)
    {
        var inputs = new List<(string, object)> { ("name", "tables"), ("restoreTestingPlanName", "weekly") };
        if (arns)
        {
            inputs.Add(("protectedResourceArns", List("*")));
        }

        if (conditions)
        {
            inputs.Add(("protectedResourceConditions", Map(("stringEquals", List()))));
        }

        var message = _cloud.RefusalOf("aws:backup/restoreTestingSelection:RestoreTestingSelection", "tables", [.. inputs]);

        Assert.Contains("exactly one of protectedResourceArns and protectedResourceConditions", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingsOfARegion_ExistOncePerRegion()
    {
        const string Settings = "aws:backup/regionSettings:RegionSettings";
        _cloud.CreateIn("west", Settings, "west");
        _cloud.CreateIn("central", Settings, "central");

        Assert.Contains("would be the same thing (eu-west-1", _cloud.RefusalOf(Settings, "again"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enabled", true)]
    [InlineData("Suspended", false)]
    public void Object_HasAVersionWhereItsBucketKeepsThem(string status, bool versioned)
    {
        _cloud.Create("aws:s3/bucketVersioning:BucketVersioning", "versions", ("bucket", "canaries"), ("versioningConfiguration", Map(("status", status))));

        var stored = _cloud.Create("aws:s3/bucketObjectv2:BucketObjectv2", "probe", ("bucket", "canaries"), ("key", "probe.zip"), ("content", "a"));

        Assert.Equal(versioned, stored.Outputs.ContainsKey("versionId"));
        Assert.Equal("arn:aws:s3:::canaries/probe.zip", stored.Outputs["arn"]);
    }

    [Fact]
    public void ObjectOfOtherContent_HasAnotherEtag()
    {
        var first = _cloud.Create("aws:s3/bucketObjectv2:BucketObjectv2", "probe", ("bucket", "canaries"), ("key", "probe.zip"), ("content", "a"));
        var second = new TestCloud().Create("aws:s3/bucketObjectv2:BucketObjectv2", "probe", ("bucket", "canaries"), ("key", "probe.zip"), ("content", "b"));

        Assert.NotEqual(first.Outputs["etag"], second.Outputs["etag"]);
    }

    [Fact]
    public void ObjectWithMoreThanTenTags_IsRefusedUnlessTheProvidersStayAway()
    {
        var tags = Map([.. Enumerable.Range(0, 9).Select(number => ($"tag{number}", (object)"x"))]);
        (string, object)[] inputs = [("bucket", "canaries"), ("key", "probe.zip"), ("tags", tags)];

        Assert.Contains("at most 10", _cloud.RefusalOf("aws:s3/bucketObjectv2:BucketObjectv2", "probe", inputs), StringComparison.Ordinal);
        var own = _cloud.Create("aws:s3/bucketObjectv2:BucketObjectv2", "probe", [.. inputs, ("overrideProvider", Map(("defaultTags", Map(("tags", Map())))))]);

        Assert.Equal(9, ((IReadOnlyDictionary<string, object>)own.Outputs["tagsAll"]).Count);
    }
}
