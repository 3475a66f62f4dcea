using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>A statement of an access policy, as far as rules ask.</summary>
internal sealed class PolicyStatement
{
    private readonly Prop _statement;
    private readonly string[] _notActions;

    public PolicyStatement(Prop statement, int number)
    {
        _statement = statement;
        Name = statement["Sid"].Text is { Length: > 0 } sid ? sid : $"{number}";
        Actions = Texts(statement["Action"]);
        _notActions = Texts(statement["NotAction"]);
        var principal = statement["Principal"];
        Accounts = principal.Text is { } any ? [any] : Texts(principal["AWS"]);
        Services = Texts(principal["Service"]);
        Conditions =
        [
            .. from test in statement["Condition"].Members
               from condition in test.Value.Members
               select new PolicyCondition(test.Name[(test.Name.IndexOf(':', StringComparison.Ordinal) + 1)..], condition.Name.ToLowerInvariant(), Texts(condition.Value)),
        ];
    }

    /// <summary>Its Sid, else its number.</summary>
    public string Name { get; }

    public bool IsAllow => _statement["Effect"].Text == "Allow";

    public IReadOnlyList<string> Actions { get; }

    /// <summary>Accounts, roles and users; <c>*</c> is everybody.</summary>
    public IReadOnlyList<string> Accounts { get; }

    public IReadOnlyList<string> Services { get; }

    public IReadOnlyList<PolicyCondition> Conditions { get; }

    /// <summary>For all principals; a denial for all but some is for nearly everybody, and counts.</summary>
    public bool IsForEverybody => Accounts.Contains("*", StringComparer.Ordinal) || !_statement["NotPrincipal"].IsAbsent;

    /// <summary>For an account itself, so that its IAM policies decide: <c>arn:aws:iam::123456789012:root</c>, or the bare number.</summary>
    public bool IsForAccount => Accounts.Any(account =>
        account == "*" || (account.Length == 12 && account.All(char.IsAsciiDigit)) || (Arn.TryParse(account, out var arn) && arn is { Service: "iam", Resource: "root" }));

    public bool Takes(string action) =>
        Actions.Any(pattern => Wildcards.Match(pattern, action, ignoreCase: true)) || (_notActions.Length > 0 && !Array.Exists(_notActions, pattern => Wildcards.Match(pattern, action, ignoreCase: true)));

    /// <summary>The resource patterns; <c>*</c> where it names only what it leaves out.</summary>
    public IReadOnlyList<string> Resources => _statement["Resource"].IsAbsent && !_statement["NotResource"].IsAbsent ? ["*"] : Texts(_statement["Resource"]);

    private static string[] Texts(Prop prop) => prop.Text is { } one ? [one] : [.. prop.Items.Select(item => item.Text).OfType<string>()];
}
