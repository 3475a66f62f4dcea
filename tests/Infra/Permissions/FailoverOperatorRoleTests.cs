using DrInfra.Infra.Permissions;

namespace DrInfra.Tests.Infra.Permissions;

public class FailoverOperatorRoleTests
{
    private const string Account = "123456789012";
    private const string Federated = "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Failover_*";

    // AWS cannot see a federated person's second factor: the settings name whose identity provider asks for it.
    [Fact]
    public void OnePerson_ShowsASecondFactorOrIsFederated()
    {
        const string WithFactor = """
            {"Sid":"AssumedByPeopleWithASecondFactor","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{"Bool":{"aws:MultiFactorAuthPresent":["true"]}}}
            """;
        const string ByRole = """
            {"Sid":"AssumedByFederatedPeople","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{"ArnLike":{"aws:PrincipalArn":["
            """;

        Assert.Equal(Document(WithFactor), FailoverOperatorRole.TrustPolicy(Account, []));
        Assert.Equal(Document($"{WithFactor},{ByRole}{Federated}\"]}}}}}}"), FailoverOperatorRole.TrustPolicy(Account, [Federated]));
    }

    // The session says who it is and who agreed, and these are two; neither may be left out.
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "\"ArnLike\":{\"aws:PrincipalArn\":[\"" + Federated + "\"]},")]
    public void TwoPeople_AreOneWhoStartsAndAnotherWhoAgreed(bool federated, string narrowed) => Assert.Equal(
        Document($$$$"""
            {"Sid":"AssumedByOnePersonWhomAnotherApproved","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{
            {{{{narrowed}}}}
            "Null":{"aws:PrincipalTag/dr:approved-by":["false"],"aws:SourceIdentity":["false"]},
            "StringNotEquals":{"aws:PrincipalTag/dr:approved-by":["${aws:SourceIdentity}"]}}}
            """),
        FailoverOperatorRole.TrustPolicyOfTwo(Account, federated ? [Federated] : []));

    // Whoever could tag a session could approve it too.
    [Fact]
    public void Nobody_ApprovesThemselves()
    {
        Assert.All(
            [FailoverOperatorRole.TrustPolicy(Account, [Federated]), FailoverOperatorRole.TrustPolicyOfTwo(Account, [Federated])],
            trust => Assert.DoesNotContain("sts:TagSession", trust, StringComparison.Ordinal));
    }

    [Fact]
    public void Operator_RunsThesePlansAndChangesNone()
    {
        var policy = FailoverOperatorRole.Policy(Account, ["drinfra-main-ledger", "drinfra-main-shared"]);

        Assert.Equal(
            Document("""
                {"Sid":"RunPlans","Effect":"Allow","Action":["arc-region-switch:CancelPlanExecution","arc-region-switch:GetPlanExecution",
                "arc-region-switch:GetPlanInRegion","arc-region-switch:ListPlanExecutionEvents","arc-region-switch:ListPlanExecutions",
                "arc-region-switch:StartPlanExecution"],"Resource":["arn:aws:arc-region-switch::123456789012:plan/drinfra-main-ledger:*",
                "arn:aws:arc-region-switch::123456789012:plan/drinfra-main-shared:*"]}
                """),
            policy);
    }

    private static string Document(string statements) => $$"""{"Version":"2012-10-17","Statement":[{{statements.OneLine()}}]}""";
}
