using DrInfra.Infra.Permissions;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Permissions;

public class PodRoleTests
{
    [Fact]
    public void Pods_ReachTheirOwnDatabaseThroughItsSecretAndUser()
    {
        var statements = Of(0);

        Assert.Equal(["arn:aws:ssm:eu-west-1:123456789012:parameter/dr/main/ledger"], statements["ReadTheManifest"].Resource!);
        Assert.Equal(
            ["arn:aws:secretsmanager:eu-west-1:123456789012:secret:drinfra-main-ledger-journal-credentials-??????"],
            statements["ReadWhereTheDatabaseIs"].Resource!);
        Assert.Equal(["arn:aws:rds-db:eu-west-1:123456789012:dbuser:cluster-*/main_ledger_app"], statements["LogInToTheDatabase"].Resource!);
        Assert.Equal(["secretsmanager.eu-west-1.amazonaws.com"], statements["DecryptTheSecret"].Condition!["StringEquals"]["kms:ViaService"]);
    }

    [Fact]
    public void Pods_ReachTheirOwnStoresInTheirOwnRegion()
    {
        var statements = Of(1, "eu-central-1");

        Assert.Equal(["arn:aws:dynamodb:eu-central-1:123456789012:table/drinfra-main-lake-index"], statements["UseTables"].Resource!);
        Assert.Equal(["arn:aws:s3:::drinfra-main-lake-raw-eu-central-1-123456789012/*"], statements["UseObjects"].Resource!);
        Assert.All(new[] { "UseTheKeyOfTables", "UseTheKeyOfBuckets" }, sid => Assert.Equal(
            ["alias/drinfra-main-lake-data-eu-central-1"],
            statements[sid].Condition!["ForAnyValue:StringEquals"]["kms:ResourceAliases"]));
        Assert.All(statements.Values, statement => Assert.DoesNotContain(
            statement.Resource!, resource => resource.Contains("eu-west-1", StringComparison.Ordinal) || resource == "*"));
    }

    // Only the application that encrypts by itself may use its key by itself.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void KeyOfTheApplication_IsForWorkloadsThatEncryptThemselves(int workload, bool there) =>
        Assert.Equal(there, Of(workload).ContainsKey("EncryptInTheApplication"));

    [Fact]
    public void DatabaseUser_IsANameThatNeedsNoQuotes()
    {
        var settings = Configurations.PrimarySettings();

        Assert.Equal("main_order_book_app", PodRole.DatabaseUser(settings.Identity, settings.Workloads[0] with { Name = "order-book" }));
    }

    private static Dictionary<string, Statement> Of(int workload, string region = "eu-west-1")
    {
        var settings = Configurations.PrimarySettings();
        return PodRole.Of(settings.Identity, settings.Workloads[workload], region).ToDictionary(statement => statement.Sid);
    }
}
