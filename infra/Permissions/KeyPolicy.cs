using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>The policy of a key: the account administers it, and lets its own identities use it.</summary>
public static class KeyPolicy
{
    /// <summary>The document.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="alsoUsedBy">Services that use the key without an identity of the account.</param>
    public static string Of(string accountId, IEnumerable<Statement> alsoUsedBy) => PolicyDocument.Of(
    [
        // No kms:*: an action that is not here is one that nobody in the account needs on these keys.
        new()
        {
            Sid = "AdministeredByTheAccount",
            Principal = new() { ["AWS"] = [Arns.AccountRoot(accountId)] },
            Action =
            [
                "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:EnableKey",
                "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
                "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:ReplicateKey", "kms:RevokeGrant", "kms:ScheduleKeyDeletion",
                "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription", "kms:UpdatePrimaryRegion",
            ],
            Resource = ["*"],
        },
        new()
        {
            Sid = "UsedByIdentitiesThatTheirPoliciesAllow",
            Principal = new() { ["AWS"] = [Arns.AccountRoot(accountId)] },
            Action = ["kms:CreateGrant", .. Actions.UseKeyInEveryWay],
            Resource = ["*"],
        },
        .. alsoUsedBy,
    ]);
}
