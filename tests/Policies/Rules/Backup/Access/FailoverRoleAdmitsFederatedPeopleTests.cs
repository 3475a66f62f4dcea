using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class FailoverRoleAdmitsFederatedPeopleTests
{
    private const string Account = """ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" """;
    private const string WithFactor = "{" + Account + """, "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }""";
    private const string Young = "{" + Account + """, "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } } }""";

    private const string ByRole = "{" + Account + """
        , "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*/Failover_*" } } }
        """;

    private const string Saml = """
        { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/idp" }, "Action": "sts:AssumeRoleWithSAML" }
        """;

    private static readonly FailoverRoleAdmitsFederatedPeople Rule = new();

    [Theory]
    [InlineData(WithFactor, 1)]
    [InlineData(Young, 1)]
    [InlineData(WithFactor + "," + Young, 1)]
    [InlineData(WithFactor + "," + ByRole, 0)]
    [InlineData(WithFactor + "," + Saml, 0)]
    [InlineData(ByRole, 0)]
    public void WayInThatFederatedPeopleCanMeet_IsCompliant(string trust, int violations)
    {
        var found = Graph(trust).Violations(Rule);

        Assert.Equal(violations, found.Length);
        Assert.All(found, violation => Assert.Equal(
            "people: only sessions with MFA can assume it, and sessions of federated people never carry MFA", violation));
    }

    [Theory]
    [InlineData("arc-region-switch:ApprovePlanExecutionStep", 1)]
    [InlineData("arc-region-switch:GetPlan", 0)]
    public void RoleThatDecidesNothing_IsNotJudged(string action, int violations) =>
        Assert.Equal(violations, Graph(WithFactor, action).Violations(Rule).Length);

    [Fact]
    public void RoleOfAService_IsNotJudged() => Assert.Empty(
        Graph("""{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }""").Violations(Rule));

    [Fact]
    public void TrustThatIsNotKnown_IsNoViolation() => Assert.Empty(Graph(WithFactor).With("people", "assumeRolePolicy", "?").Violations(Rule));

    [Fact]
    public void WithoutPlans_NothingIsJudged() => Assert.Empty(Graph(WithFactor).Without("plan").Violations(Rule));

    private static TestGraph Graph(string trust, string action = "arc-region-switch:StartPlanExecution") => new TestGraph()
        .Add("aws:arcregionswitch/plan:Plan", "plan", """{ "name": "plan", "regions": ["eu-west-1", "eu-central-1"] }""")
        .Add("aws:iam/role:Role", "people", $$"""{ "name": "people", "assumeRolePolicy": { "Statement": [{{trust}}] } }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "start", $$"""
            { "role": "people", "policy": { "Statement": [
              { "Effect": "Allow", "Action": "{{action}}", "Resource": "arn:aws:arc-region-switch::123456789012:plan/plan:*" }] } }
            """);
}
