using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Aws.Backup;

/// <summary>Which stores a selection of AWS Backup takes, misses, or may take.</summary>
public class BackupSelectionTests
{
    private const string Table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

    [Theory]
    [InlineData("""{ "resources": ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"] }""", "takes")]
    [InlineData("""{ "resources": ["arn:aws:dynamodb:*:*:table/*"] }""", "takes")]
    [InlineData("""{ "resources": ["arn:aws:dynamodb:eu-west-1:111122223333:table/other"] }""", "misses")]
    [InlineData("""{ "resources": ["*"], "notResources": ["arn:aws:dynamodb:*:*:table/orders"] }""", "misses")]
    [InlineData("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "daily" }] }""", "takes")]
    [InlineData("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "weekly" }] }""", "misses")]
    [InlineData("""{ "resources": ["*"], "conditions": [{ "stringEquals": [{ "key": "aws:ResourceTag/backup", "value": "daily" }] }] }""", "takes")]
    [InlineData("""{ "resources": ["*"], "conditions": [{ "stringEquals": [{ "key": "aws:ResourceTag/backup", "value": "weekly" }] }] }""", "misses")]
    [InlineData("""{ "resources": ["*"], "conditions": [{ "stringLikes": [{ "key": "aws:ResourceTag/backup", "value": "da*" }] }] }""", "takes")]
    [InlineData("""{ "resources": ["*"], "conditions": [{ "stringNotEquals": [{ "key": "aws:ResourceTag/backup", "value": "daily" }] }] }""", "misses")]
    [InlineData("""{ "resources": ["*"], "conditions": [{ "stringNotLikes": [{ "key": "aws:ResourceTag/keep", "value": "no*" }] }] }""", "takes")]
    [InlineData("""{ "resources": "?" }""", "may take")]
    [InlineData("""{ "resources": ["*"], "conditions": "?" }""", "may take")]
    [InlineData("""{ "resources": ["*"], "notResources": "?" }""", "may take")]
    [InlineData("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "?" }] }""", "may take")]
    [InlineData("""{ }""", "takes")]
    [InlineData("""{ "resources": [] }""", "misses")]
    [InlineData("""{ "conditions": [{ "stringEquals": [{ "key": "aws:ResourceTag/backup", "value": "weekly" }] }] }""", "misses")]
    public void AStore_IsTakenMissedOrUnknown(string selection, string expected) =>
        Assert.Equal(expected, Taken(selection, """{ "name": "orders", "tags": { "backup": "daily" } }"""));

    [Theory]
    [InlineData("""{ "backup": "?" }""", "may take")]
    [InlineData("""{ "backup": "daily", "team": "?" }""", "takes")]
    [InlineData("""{ "team": "payments" }""", "misses")]
    public void ATagThatIsNotKnown_MayBeTheOneThatDecides(string tags, string expected) => Assert.Equal(
        expected,
        Taken("""{ "selectionTags": [{ "type": "STRINGEQUALS", "key": "backup", "value": "daily" }] }""", $$"""{ "name": "orders", "tags": {{tags}} }"""));

    [Theory]
    [InlineData("eu-west-1", "takes")]
    [InlineData("eu-central-1", "misses")]
    public void ASelection_TakesStoresOfItsOwnRegion(string region, string expected) =>
        Assert.Equal(expected, Taken("""{ "resources": ["*"] }""", """{ "name": "orders" }""", region));

    private static string Taken(string selection, string table, string region = "eu-west-1")
    {
        var estate = Estate.Of(
            [
                new TestGraph()
                    .Add("aws:dynamodb/table:Table", "orders", table, outputs: $$"""{ "arn": "{{Table}}" }""")
                    .Add("aws:backup/selection:Selection", "selection", selection, region)
                    .Build(),
            ],
            AwsNames.Instance);
        var backups = BackupEstate.Of(estate);
        var store = backups.Stores.Single();
        return backups.Of(store).Any() ? "takes" : backups.PerhapsOf(store).Any() ? "may take" : "misses";
    }
}
