using System.Text.Json;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using DrInfra.Infra.Permissions;
using DrInfra.Tests.Infra.Backup;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Permissions;

public class BackupRolesTests
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    [Fact]
    public async Task Roles_AreTheRegionsAndAssumedByTheServiceForThisAccount() => Assert.All(
        (await BackupDeclarations.OfAsync(null)).Of("aws:iam/role:Role"),
        role =>
        {
            Assert.EndsWith(BackupDeclarations.RegionOf(role), (string)role["name"]!, StringComparison.Ordinal);
            var trust = (string)role["assumeRolePolicy"]!;
            Assert.Contains("\"Service\":[\"backup.amazonaws.com\"]", trust, StringComparison.Ordinal);
            Assert.Contains("\"aws:SourceAccount\":[\"123456789012\"]", trust, StringComparison.Ordinal);
        });

    [Fact]
    public async Task Policies_HaveNoWildcardActionAndNoResourceThatIsEverythingUnexplained() => Assert.All(
        await StatementsAsync(),
        statement =>
        {
            Assert.All(Texts(statement, "Action"), action => Assert.DoesNotContain('*', action));
            Assert.Matches("^[A-Za-z0-9]+$", statement.GetProperty("Sid").GetString());
            Assert.Equal(
                Texts(statement, "Resource").Contains("*"),
                statement.GetProperty("Sid").GetString()!.StartsWith("Any", StringComparison.Ordinal));
        });

    // Keys are random, so a condition on the alias stands for their ARN, and another one on what the key is used for.
    [Fact]
    public async Task Keys_AreNarrowedByAliasAndUse() => Assert.All(
        (await StatementsAsync()).Where(statement => Texts(statement, "Action").Any(action => action.StartsWith("kms:", StringComparison.Ordinal))),
        statement =>
        {
            var condition = statement.GetProperty("Condition").GetRawText();
            Assert.All(Texts(statement, "Resource"), resource => Assert.Matches("^arn:aws:kms:eu-(west|central)-1:123456789012:key/\\*$", resource));
            Assert.Contains("\"kms:ResourceAliases\":[\"alias/drinfra-main-*-data-eu-", condition, StringComparison.Ordinal);
            Assert.Contains("\"alias/drinfra-main-shared-backup-eu-", condition, StringComparison.Ordinal);
            if (Texts(statement, "Action").Contains("kms:CreateGrant"))
            {
                Assert.Contains("\"kms:GrantIsForAWSResource\":[\"true\"]", condition, StringComparison.Ordinal);
            }
            else if (Texts(statement, "Action").Any(action => action != "kms:DescribeKey"))
            {
                Assert.Contains("kms:ViaService", condition, StringComparison.Ordinal);
            }
        });

    [Fact]
    public async Task KeysOfStoresAndVaults_AreMeantAndNoOthers()
    {
        var names = Configurations.PrimarySettings().Identity.Names;
        var statement = (await StatementsAsync("shared-backup-policy-eu-west-1")).Single(one => one.GetProperty("Sid").GetString() == "LendKeysToServices");
        var patterns = statement.GetProperty("Condition").GetProperty("ForAnyValue:StringLike").GetProperty("kms:ResourceAliases")
            .EnumerateArray().Select(element => element.GetString()!).ToList();
        bool Meant(string alias) => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, alias, ignoreCase: false));

        foreach (var region in new[] { "eu-west-1", "eu-central-1" })
        {
            Assert.All(["ledger", "lake", "reporting"], workload =>
            {
                Assert.True(Meant(names.KeyAlias(workload, "data", region)));
                Assert.True(Meant(names.KeyAlias(workload, "database", region)));
            });
            Assert.True(Meant(names.KeyAlias("shared", "backup", region)));
            Assert.False(Meant(names.KeyAlias("shared", "logs", region)));
        }

        Assert.False(Meant(names.MultiRegionKeyAlias("ledger", "application")));
        Assert.False(Meant(names.KeyAlias("ledger", "data", "us-east-1")));
    }

    [Fact]
    public async Task RestoreRole_WritesOnlyWhatATestMade()
    {
        var statements = await StatementsAsync("restore-test");

        var writes = new Regex("^(rds:Delete|s3:(Put|Create|Delete)|dynamodb:(Put|Update|Delete|BatchWrite))");
        var checkedStatements = statements.Where(statement => Texts(statement, "Action").Any(action => writes.IsMatch(action))).ToList();
        Assert.Equal(
            ["FillRestoredBuckets", "FillRestoredTables", "RemoveRestoredClusters", "RestoreBuckets"],
            checkedStatements.Select(statement => statement.GetProperty("Sid").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(checkedStatements.SelectMany(statement => Texts(statement, "Resource")), resource =>
            Assert.Contains("awsbackup-restore-test*", resource, StringComparison.Ordinal));
    }

    // The vaults by their ARNs: this Region's, the other's and the air-gapped ones.
    [Fact]
    public async Task BackupRole_CopiesIntoTheVaultsOfThePairAlone()
    {
        var statement = (await StatementsAsync("shared-backup-policy-eu-west-1")).Single(one => one.GetProperty("Sid").GetString() == "PutIntoVaults");

        Assert.Equal(
            [
                "arn:aws:backup:eu-central-1:123456789012:backup-vault:drinfra-main-shared-air-gapped-eu-central-1",
                "arn:aws:backup:eu-central-1:123456789012:backup-vault:drinfra-main-shared-backup-eu-central-1",
                "arn:aws:backup:eu-west-1:123456789012:backup-vault:drinfra-main-shared-air-gapped-eu-west-1",
                "arn:aws:backup:eu-west-1:123456789012:backup-vault:drinfra-main-shared-backup-eu-west-1",
            ],
            Texts(statement, "Resource").Order(StringComparer.Ordinal));
    }

    // An inline policy has room for 10,240 characters.
    [Fact]
    public async Task Policies_FitIntoARole() => Assert.All(
        (await BackupDeclarations.OfAsync(null)).Of(RolePolicy),
        policy => Assert.InRange(((string)policy["policy"]!).Length, 1, 10240));

    [Fact]
    public void ReportStatement_LetsTheServicesRolePutReportsAlone()
    {
        var document = JsonDocument.Parse(PolicyDocument.Of(BucketPolicy.BackupReports("123456789012", "the-bucket"))).RootElement;

        Assert.Equal(
            """
            {"Sid":"BackupReports","Effect":"Allow",
            "Principal":{"AWS":["arn:aws:iam::123456789012:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports"]},
            "Action":["s3:PutObject"],"Resource":["arn:aws:s3:::the-bucket/reports/*"],
            "Condition":{"StringEquals":{"s3:x-amz-acl":["bucket-owner-full-control"]}}}
            """.OneLine(),
            document.GetProperty("Statement")[0].GetRawText());
    }

    private static async Task<IReadOnlyList<JsonElement>> StatementsAsync(string part = "")
    {
        var policies = (await BackupDeclarations.OfAsync(null)).Of(RolePolicy).Where(policy => policy.Name.Contains(part, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(policies);
        return [.. policies.SelectMany(policy => JsonDocument.Parse((string)policy["policy"]!).RootElement.GetProperty("Statement").EnumerateArray())];
    }

    private static IReadOnlyList<string> Texts(JsonElement statement, string property) =>
        [.. statement.GetProperty(property).EnumerateArray().Select(element => element.GetString()!)];
}
