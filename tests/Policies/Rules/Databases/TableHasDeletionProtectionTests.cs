using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TableHasDeletionProtectionTests
{
    private static readonly TableHasDeletionProtection Rule = new();

    [Fact]
    public void TableAndReplicaProtected_IsCompliant() => Assert.Empty(Table("""
        { "deletionProtectionEnabled": true, "replicas": [{ "regionName": "eu-central-1", "deletionProtectionEnabled": true }] }
        """).Violations(Rule));

    [Theory]
    [InlineData("""{ "deletionProtectionEnabled": false }""")]
    [InlineData("{}")]
    public void TableUnprotectedOrSilent_IsAViolation(string inputs) => Assert.Equal(
        ["orders: the table may be deleted: deletion protection is off"], Table(inputs).Violations(Rule));

    [Fact]
    public void ReplicaUnprotected_IsAViolation() => Assert.Equal(
        ["orders: the replica in eu-central-1 may be deleted: deletion protection is off"],
        Table("""{ "deletionProtectionEnabled": true, "replicas": [{ "regionName": "eu-central-1" }] }""").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["orders: deletionProtectionEnabled"], Table("""{ "deletionProtectionEnabled": "?" }""").Unknown(Rule));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "orders", inputs);
}
