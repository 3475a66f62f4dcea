namespace DrInfra.Policies.Aws.Iam;

/// <summary>One statement of a policy document.</summary>
/// <param name="Name">Its Sid, else its number.</param>
/// <param name="Principal">As it is written; absent in a role's policy.</param>
/// <param name="NotPrincipal">As it is written: all but these.</param>
internal sealed record PolicyStatement(
    string Name,
    bool Allows,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> NotActions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> NotResources,
    Prop Principal,
    Prop NotPrincipal,
    IReadOnlyList<PolicyCondition> Conditions)
{
    // Read once: thousands of requests are held against them.
    private readonly IReadOnlyList<string> _accounts = Entries(Principal, "AWS");
    private readonly IReadOnlyList<string> _services = Entries(Principal, "Service");
    private readonly ResourcePatterns _resources = new(Resources);
    private readonly ResourcePatterns _notResources = new(NotResources);

    /// <summary>Null where it has no effect, or no actions.</summary>
    public static PolicyStatement? Read(Prop statement, int number)
    {
        var (actions, notActions) = (PolicyDocument.Texts(statement["Action"]), PolicyDocument.Texts(statement["NotAction"]));
        return statement["Effect"].Text is not ("Allow" or "Deny") || (actions.Count == 0 && notActions.Count == 0)
            ? null
            : new PolicyStatement(
                statement["Sid"].Text is { Length: > 0 } sid ? sid : $"{number}",
                statement["Effect"].Text == "Allow",
                actions,
                notActions,
                PolicyDocument.Texts(statement["Resource"]),
                PolicyDocument.Texts(statement["NotResource"]),
                statement["Principal"],
                statement["NotPrincipal"],
                [.. statement["Condition"].Members.SelectMany(test =>
                    test.Value.Members.Select(key => new PolicyCondition(test.Name, key.Name, PolicyDocument.Texts(key.Value))))]);
    }

    /// <summary>A statement of a role's policy on all resources, without conditions.</summary>
    public static PolicyStatement Allow(params IReadOnlyList<string> actions) => new("1", true, actions, [], ["*"], [], default, default, []);

    public bool Covers(string action) => NotActions.Count > 0
        ? !NotActions.Any(pattern => IamPattern.Matches(pattern, action, ignoreCase: true))
        : Actions.Any(pattern => IamPattern.Matches(pattern, action, ignoreCase: true));

    /// <summary>Whether it is about a resource; null where that hangs on an id that is not known yet.</summary>
    public bool? Reaches(string arn) => NotResources.Count > 0 ? !_notResources.Reaches(arn) : Resources.Count == 0 ? true : _resources.Reaches(arn);

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

    /// <summary>Whether it speaks of who makes the request; all but some count where <c>NotPrincipal</c> is written.</summary>
    public bool Concerns(PolicyPrincipal who) => NotPrincipal.IsAbsent
        ? PrincipalsOf(who.Kind).Any(who.Is) || PrincipalsOf("AWS").Contains("*")
        : !Entries(NotPrincipal, who.Kind).Any(who.Is);

    /// <summary>Whether it speaks of everybody: <c>"*"</c>, <c>{"AWS": "*"}</c>, or all but some, which is nearly everybody.</summary>
    public bool IsForEverybody => PrincipalsOf("AWS").Contains("*") || !NotPrincipal.IsAbsent;

    /// <summary>Whether it speaks of an account itself, whose IAM policies decide then: <c>arn:aws:iam::123456789012:root</c>, or the bare number.</summary>
    public bool IsForAccount => PrincipalsOf("AWS").Any(entry =>
        entry == "*" || (entry.Length == 12 && entry.All(char.IsAsciiDigit))
            || (Arn.TryParse(entry, out var arn) && arn is { Service: "iam", Resource: "root" }));

    /// <summary>Whether it speaks of an account, of somebody in it, or of everybody.</summary>
    public bool ConcernsAccount(string account) =>
        PrincipalsOf("AWS").Any(entry => entry == "*" || entry == account || (Arn.TryParse(entry, out var arn) && arn.Account == account));

    /// <summary>The principals of a kind (<c>AWS</c>, <c>Service</c>, <c>Federated</c>); a bare star is of every kind.</summary>
    public IReadOnlyList<string> PrincipalsOf(string kind) => kind switch { "AWS" => _accounts, "Service" => _services, _ => Entries(Principal, kind) };

    private static IReadOnlyList<string> Entries(Prop principal, string kind) => principal.Text == "*" ? ["*"] : PolicyDocument.Texts(principal[kind]);
}
