namespace DrInfra.Tests.Infra.Backup;

[Trait("Practice", "B3")]
public class RestoreTestingTests
{
    private const string Plan = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
    private const string Selection = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

    [Fact]
    public async Task Plans_RunWeeklyAndMonthlyOnTheVaultOfTheirRegion()
    {
        var plans = (await BackupDeclarations.OfAsync(null)).Of(Plan);

        Assert.Equal(
            [
                "shared-restore-tests-monthly-eu-central-1", "shared-restore-tests-monthly-eu-west-1",
                "shared-restore-tests-weekly-eu-central-1", "shared-restore-tests-weekly-eu-west-1",
            ],
            plans.Select(plan => plan.Name));
        Assert.All(plans, plan =>
        {
            var region = BackupDeclarations.RegionOf(plan);
            Assert.Matches("^[A-Za-z0-9_]{1,50}$", (string)plan["name"]!);
            Assert.Equal("LATEST_WITHIN_WINDOW", plan["recoveryPointSelection.algorithm"]);
            Assert.Equal(
                $"arn:aws:backup:{region}:123456789012:backup-vault:drinfra-main-shared-backup-{region}",
                plan["recoveryPointSelection.includeVaults[0]"]);
            Assert.Equal(plan.Name.Contains("weekly", StringComparison.Ordinal) ? 7.0 : 31.0, plan["recoveryPointSelection.selectionWindowDays"]);
            Assert.Equal(8.0, plan["startWindowHours"]);
        });
        Assert.Equal(plans.Count, plans.Select(plan => plan["name"]).Distinct().Count());
    }

    // B3: every store is in one test in each Region, by the copy that came from the other one.
    [Theory]
    [InlineData("ledger-database-restore-test-eu-central-1", "Aurora", "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-ledger-journal-eu-west-1")]
    [InlineData("ledger-database-restore-test-eu-west-1", "Aurora", "arn:aws:rds:eu-central-1:123456789012:cluster:drinfra-main-ledger-journal-eu-central-1")]
    [InlineData("ledger-table-restore-test-eu-central-1", "DynamoDB", "arn:aws:dynamodb:eu-west-1:123456789012:table/drinfra-main-ledger-requests")]
    [InlineData("lake-bucket-restore-test-eu-central-1", "S3", "arn:aws:s3:::drinfra-main-lake-raw-eu-west-1-123456789012")]
    [InlineData("lake-bucket-restore-test-eu-west-1", "S3", "arn:aws:s3:::drinfra-main-lake-raw-eu-central-1-123456789012")]
    [InlineData(
        "reporting-database-restore-test-eu-central-1", "Aurora", "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-reporting-reports-eu-west-1")]
    public async Task Selection_RestoresTheCopyOfTheOtherRegion(string name, string type, string arn)
    {
        var selection = (await BackupDeclarations.OfAsync(null)).Named(name);

        Assert.Equal(type, selection["protectedResourceType"]);
        Assert.Equal([arn], BackupDeclarations.Texts(selection["protectedResourceArns"]));
        Assert.Null(selection["protectedResourceConditions"]);
        Assert.Equal(8.0, selection["validationWindowHours"]);
        Assert.Equal($"arn:shared-restore-test-role-{BackupDeclarations.RegionOf(selection)}", selection["iamRoleArn"]);
    }

    // No member in the standby Region, so no copy comes back from there.
    [Theory]
    [InlineData("reporting-database-restore-test-eu-west-1", "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-reporting-reports-eu-west-1")]
    [InlineData("reporting-table-restore-test-eu-west-1", "arn:aws:dynamodb:eu-west-1:123456789012:table/drinfra-main-reporting-drafts")]
    public async Task SelectionWithoutACopy_RestoresTheOwnBackup(string name, string arn) => Assert.Equal(
        [arn], BackupDeclarations.Texts((await BackupDeclarations.OfAsync(null)).Named(name)["protectedResourceArns"]));

    [Fact]
    public async Task Selections_AreInThePlanOfTheirTier() => Assert.All(
        (await BackupDeclarations.OfAsync(null)).Of(Selection),
        selection =>
        {
            var frequency = selection.Name.StartsWith("ledger-", StringComparison.Ordinal) ? "weekly" : "monthly";
            Assert.StartsWith($"drinfra_main_shared_restore_tests_{frequency}", (string)selection["restoreTestingPlanName"]!, StringComparison.Ordinal);
            Assert.Matches("^[A-Za-z0-9_]{1,50}$", (string)selection["name"]!);
        });

    // The default VPC need not exist, and random zones need not be those of the subnets.
    [Theory]
    [InlineData("eu-west-1", """["eu-west-1a","eu-west-1b","eu-west-1c"]""")]
    [InlineData("eu-central-1", """["eu-central-1a","eu-central-1b","eu-central-1c"]""")]
    public async Task RestoredCluster_GoesToTheDataSubnetsOfItsRegion(string region, string zones)
    {
        var declared = await BackupDeclarations.OfAsync(null);

        var database = declared.Named($"reporting-database-restore-test-{region}");
        Assert.Equal($"drinfra-main-reporting-reports-{region}", database["restoreMetadataOverrides.dbSubnetGroupName"]);
        Assert.Equal(zones, database["restoreMetadataOverrides.availabilityZones"]);
        Assert.Null(declared.Named($"lake-table-restore-test-{region}")["restoreMetadataOverrides"]);
    }
}
