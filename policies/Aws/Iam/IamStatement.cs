using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>One statement of a policy document.</summary>
/// <param name="Principal">As it is written; absent in a role's policy.</param>
internal sealed record IamStatement(
    bool Allows,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> NotActions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> NotResources,
    Prop Principal,
    IReadOnlyList<IamCondition> Conditions)
{
    public bool Covers(string action) => NotActions.Count > 0
        ? !NotActions.Any(pattern => IamPattern.Matches(pattern, action, ignoreCase: true))
        : Actions.Any(pattern => IamPattern.Matches(pattern, action, ignoreCase: true));

    public bool Reaches(string arn) => NotResources.Count > 0
        ? !NotResources.Any(pattern => IamPattern.Matches(pattern, arn))
        : Resources.Count == 0 || Resources.Any(pattern => IamPattern.Matches(pattern, arn));

    /// <summary>Whether all its conditions are met; null where one of them cannot be judged and none fails.</summary>
    public bool? IsMet(AccessContext context)
    {
        var unsure = false;
        foreach (var condition in Conditions)
        {
            switch (condition.IsMet(context))
            {
                case false:
                    return false;
                case null:
                    unsure = true;
                    break;
            }
        }

        return unsure ? null : true;
    }

    /// <summary>Whether it speaks of everybody: <c>"*"</c> or <c>{"AWS": "*"}</c>.</summary>
    public bool IsForEverybody => PrincipalsOf("AWS").Contains("*");

    /// <summary>The principals of a kind (<c>AWS</c>, <c>Service</c>, <c>Federated</c>); a bare star is of every kind.</summary>
    public IReadOnlyList<string> PrincipalsOf(string kind) =>
        Principal.Text == "*" ? ["*"] : IamDocument.Texts(Principal[kind]);
}
