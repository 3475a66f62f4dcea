using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseHasSubnetGroupTests
{
    private static readonly DatabaseHasSubnetGroup Rule = new();

    [Theory]
    [InlineData("standby", """{ "dbSubnetGroupName": null }""", "standby: it states no subnet group, so it is in the default VPC")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "dbSubnetGroupName": "elsewhere" }""", "standby: dbSubnetGroupName")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
