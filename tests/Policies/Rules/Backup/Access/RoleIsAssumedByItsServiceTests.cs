using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RoleTrustsItsServiceTests
{
    private static readonly RoleTrustsItsService Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("backup.amazonaws.com", "s3.amazonaws.com", "backup.amazonaws.com cannot assume the role for")]
    [InlineData("\"aws:SourceAccount\": \"111122223333\"", "\"aws:SourceAccount\": \"444455556666\"", "cannot assume")]
    [InlineData("sts:AssumeRole", "sts:TagSession", "cannot assume")]
    [InlineData(
        "\"Statement\": { \"Effect\": \"Allow\", \"Principal\"", "\"Statement\": { \"Effect\": \"Deny\", \"Principal\"",
        "cannot assume")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Fact]
    public void TextThatIsNoJson_IsAViolation() =>
        BackupGraph.AssertNoticed(Rule, BackupGraph.Sound().With("backup", "assumeRolePolicy", "{"), "cannot be read");

    [Theory]
    [InlineData("\"iamRoleArn\": \"arn:aws:iam::111122223333:role/backup\"", "\"iamRoleArn\": \"arn:aws:iam::111122223333:role/x\"")]
    [InlineData("aws:SourceAccount", "aws:SourceOrgID")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");

    [Theory]
    [InlineData("states.amazonaws.com", 0)]
    [InlineData("states.eu-west-1.amazonaws.com", 0)]
    [InlineData("lambda.eu-west-1.amazonaws.com", 1)]
    public void PrincipalWithARegion_IsTheService(string principal, int violations) => Assert.Equal(violations, new TestGraph()
        .WithRole(RoleGraph.Service(principal), RoleGraph.Allow("*", "lambda:InvokeFunction"))
        .Add("aws:sfn/stateMachine:StateMachine", "machine", """{ "roleArn": "arn:aws:iam::111122223333:role/role" }""").Violations(Rule).Length);
}
