namespace DrInfra.Policies.Aws.Iam;

/// <summary>How people come into a role, by its trust policy.</summary>
internal static class PeopleTrust
{
    private static readonly string[] Assume = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

    /// <summary>The statements that let people in: users and roles of accounts, and an identity provider's.</summary>
    public static IReadOnlyList<PolicyStatement> Of(PolicyDocument trust) => [.. trust.Statements.Where(statement => statement.Allows
        && (statement.PrincipalsOf("AWS").Count > 0 || statement.PrincipalsOf("Federated").Count > 0) && Assume.Any(statement.Covers))];

    /// <summary>
    /// Whether a statement asks for a second factor. Sessions of federated people never carry one: AWS sets the key for users of an account only
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html).
    /// </summary>
    public static bool AsksForFactor(PolicyStatement statement) => statement.Conditions.Any(IsSecondFactor);

    /// <summary>Whether a statement is for federated people, whose identity provider asks for the second factor.</summary>
    public static bool IsForFederated(PolicyStatement statement) => statement.PrincipalsOf("Federated").Count > 0
        || statement.Conditions.Any(condition => condition.IsOn("aws:PrincipalArn") && condition.Operator.StartsWith("Arn", StringComparison.Ordinal)
            && !condition.Operator.Contains("Not", StringComparison.Ordinal) && !condition.Operator.EndsWith("IfExists", StringComparison.Ordinal)
            && condition.Values.All(value => value.Contains(":role/", StringComparison.Ordinal)));

    // With IfExists the condition passes whoever brings no factor at all.
    private static bool IsSecondFactor(PolicyCondition condition) =>
        (condition.Operator == "Bool" && condition.IsOn("aws:MultiFactorAuthPresent") && condition.Values.All(value => value == "true"))
        || (condition.Operator.StartsWith("NumericLessThan", StringComparison.Ordinal) && !condition.Operator.EndsWith("IfExists", StringComparison.Ordinal)
            && condition.IsOn("aws:MultiFactorAuthAge"));
}
