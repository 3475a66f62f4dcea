using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>The role of the people who approve, or decline, steps of plans.</summary>
public static class ApproverRole
{
    /// <summary>
    /// The trust policy: users of the account who have shown a second factor, and the roles of federated people that the settings name. AWS cannot
    /// tell whether a federated person showed one (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html):
    /// their identity provider asks for it.
    /// </summary>
    public static string TrustPolicy(string accountId, IReadOnlyList<string> approvers)
    {
        Statement Assumed(string sid, string test, string key, params string[] values) => new()
        {
            Sid = sid,
            Action = ["sts:AssumeRole"],
            Principal = new() { ["AWS"] = [Arns.AccountRoot(accountId)] },
            Condition = new() { [test] = new() { [key] = values } },
        };
        return PolicyDocument.Of(
        [
            Assumed("AssumedByPeopleWithASecondFactor", "Bool", "aws:MultiFactorAuthPresent", "true"),
            .. approvers.Count == 0 ? (Statement[])[] : [Assumed("AssumedByFederatedPeople", "ArnLike", "aws:PrincipalArn", [.. approvers])],
        ]);
    }

    /// <summary>The document: steps of these plans.</summary>
    public static string Policy(string accountId, IEnumerable<string> planNames) => PolicyDocument.Of(new Statement
    {
        Sid = "ApproveSteps",
        Action = ["arc-region-switch:ApprovePlanExecutionStep"],
        Resource = [.. planNames.Select(name => Arns.RegionSwitchPlan(accountId, name))],
    });
}
