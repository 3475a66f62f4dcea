using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The roles of the people who start failovers. Who decides starts the plan: one that waited for an approval would not run ungraceful
/// (https://docs.aws.amazon.com/r53recovery/latest/dg/manual-approval-block.html).
/// </summary>
public static class FailoverOperatorRole
{
    /// <summary>
    /// The session tag with the name of the person who agreed. Whoever lets people in to AWS sets it, once a second person has approved the
    /// request; people cannot set it for themselves, since nothing here allows <c>sts:TagSession</c>.
    /// </summary>
    public const string ApprovedBy = "dr:approved-by";

    private const string ApprovedByKey = $"aws:PrincipalTag/{ApprovedBy}";
    private const string Person = "aws:SourceIdentity";

    /// <summary>
    /// One person starts: users of the account who have shown a second factor, and the roles of federated people that the settings name.
    /// AWS cannot tell whether a federated person showed one
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html): their identity provider asks for it.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="operators">Roles of federated people, as ARN patterns; may be empty.</param>
    public static string TrustPolicy(string accountId, IReadOnlyList<string> operators)
    {
        var withFactor = Assumed(accountId, "AssumedByPeopleWithASecondFactor", new() { ["Bool"] = new() { ["aws:MultiFactorAuthPresent"] = ["true"] } });
        return operators.Count == 0
            ? PolicyDocument.Of(withFactor)
            : PolicyDocument.Of(withFactor, Assumed(accountId, "AssumedByFederatedPeople", Federated(operators)));
    }

    /// <summary>
    /// One person starts, and another one agreed: the session says who both are, and they differ. STS checks it where the role is assumed, in the
    /// Region that is left standing; nothing of it needs the control plane of IAM.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="operators">Roles of federated people, as ARN patterns; empty = any whose session says so.</param>
    public static string TrustPolicyOfTwo(string accountId, IReadOnlyList<string> operators) => PolicyDocument.Of(Assumed(
        accountId,
        "AssumedByOnePersonWhomAnotherApproved",
        new(operators.Count == 0 ? [] : Federated(operators))
        {
            ["Null"] = new() { [ApprovedByKey] = ["false"], [Person] = ["false"] },
            ["StringNotEquals"] = new() { [ApprovedByKey] = [$"${{{Person}}}"] },
        }));

    /// <summary>The document: start, watch and stop these plans.</summary>
    public static string Policy(string accountId, IEnumerable<string> planNames) => PolicyDocument.Of(new Statement
    {
        Sid = "RunPlans",
        Action =
        [
            "arc-region-switch:CancelPlanExecution", "arc-region-switch:GetPlanExecution", "arc-region-switch:GetPlanInRegion",
            "arc-region-switch:ListPlanExecutionEvents", "arc-region-switch:ListPlanExecutions", "arc-region-switch:StartPlanExecution",
        ],
        Resource = [.. planNames.Select(name => Arns.RegionSwitchPlan(accountId, name))],
    });

    private static Dictionary<string, Dictionary<string, string[]>> Federated(IReadOnlyList<string> operators) =>
        new() { ["ArnLike"] = new() { ["aws:PrincipalArn"] = [.. operators] } };

    // The source identity of a session goes on to the next role only where that is allowed.
    private static Statement Assumed(string accountId, string sid, Dictionary<string, Dictionary<string, string[]>> when) => new()
    {
        Sid = sid,
        Action = ["sts:AssumeRole", "sts:SetSourceIdentity"],
        Principal = new() { ["AWS"] = [Arns.AccountRoot(accountId)] },
        Condition = when,
    };
}
