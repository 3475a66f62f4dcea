using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ram;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Whether an air-gapped vault can be reached from an account other than its own.</summary>
internal enum VaultShare
{
    NotShared,
    Shared,
    Unknown,
}

internal static class VaultShares
{
    /// <summary>Follows the vault's associations to their shares, and those to whom they are shared with.</summary>
    public static VaultShare Of(Estate estate, Node vault)
    {
        var own = Accounts.Of(vault);
        var unknown = false;
        foreach (var association in estate.UsersOf(vault, RamTypes.ResourceAssociation, "resourceArn"))
        {
            if (estate.References.Follow(association, "resourceShareArn", RamTypes.ResourceShare).Target is not { } share)
            {
                unknown = true;
                continue;
            }

            foreach (var principal in estate.UsersOf(share, RamTypes.PrincipalAssociation, "resourceShareArn").Select(user => user["principal"]))
            {
                unknown |= principal.IsUnknown;
                if (IsAnother(principal.Text, own))
                {
                    return VaultShare.Shared;
                }
            }
        }

        return unknown ? VaultShare.Unknown : VaultShare.NotShared;
    }

    // An account, or an organization or a part of it.
    private static bool IsAnother(string? principal, string? own) =>
        principal is { Length: 12 } && principal.All(char.IsAsciiDigit) ? principal != own
            : Arn.TryParse(principal, out var arn) && arn.Service == "organizations";
}
