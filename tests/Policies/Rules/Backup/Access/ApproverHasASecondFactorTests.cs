using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class ApproverRequiresMfaTests
{
    private const string People =
        """
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
          "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }
        """;

    private static readonly ApproverRequiresMfa Rule = new();

    private static readonly string Approves = RoleGraph.Allow(
        "arn:aws:arc-region-switch::111122223333:plan/move:*", "arc-region-switch:ApprovePlanExecutionStep");

    [Theory]
    [InlineData(People)]
    [InlineData(
        """{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/people" }, "Action": "sts:AssumeRoleWithSAML" }""")]
    [InlineData("""
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
          "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/Approver_*" } } }
        """)]
    public void SecondFactorOrFederation_IsCompliant(string trust) => Assert.Empty(Graph(trust, Approves).Violations(Rule));

    [Theory]
    [InlineData("\"true\"", "\"false\"", "without MFA")]
    [InlineData("\"Bool\"", "\"BoolIfExists\"", "without MFA")]
    [InlineData("\"Allow\", \"Principal\"", "\"Deny\", \"Principal\"", "no principal can assume")]
    [InlineData("plan/move:*", "plan/other:*", "cannot approve steps of plan")]
    public void Weakened_IsAViolation(string from, string to, string message) => Assert.Contains(
        Graph(People, Approves).Change(from, to).Violations(Rule),
        violation => violation.Contains(message, StringComparison.Ordinal));

    // A condition that leaves out a role, or that passes without the key, narrows nothing down.
    [Theory]
    [InlineData("ArnNotLike")]
    [InlineData("ArnLikeIfExists")]
    public void StatementThatNamesNoFederatedRole_IsAViolation(string test) => Assert.Single(Graph(
        $$"""
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole",
          "Condition": { "{{test}}": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/people" } } }
        """,
        Approves).Violations(Rule));

    [Fact]
    public void RoleOutsideTheGraph_IsReportedAsUnknown() => Assert.Single(Graph(People, Approves, "other").Unknown(Rule));

    private static TestGraph Graph(string trust, string statements, string approver = "role") => new TestGraph()
        .WithRole(trust, statements)
        .Add("aws:arcregionswitch/plan:Plan", "plan",
            $$"""
            { "name": "move", "workflows": [{ "steps": [{ "executionApprovalConfigs": [
              { "approvalRole": "arn:aws:iam::111122223333:role/{{approver}}" }] }] }] }
            """);
}
