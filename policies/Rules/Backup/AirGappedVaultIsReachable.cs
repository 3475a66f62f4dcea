using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Ram;

namespace DrInfra.Policies.Rules.Backup;

public sealed class AirGappedVaultIsReachable : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(BackupTypes.LogicallyAirGappedVault).SelectMany(vault => Judge(context.Estate, vault));

    private static IEnumerable<Finding> Judge(Estate estate, Node vault)
    {
        var associations = estate.UsersOf(vault, RamTypes.ResourceAssociation, "resourceArn");
        if (associations.Count == 0)
        {
            return [Unresolved(estate, RamTypes.ResourceAssociation, "resourceArn", BackupTypes.LogicallyAirGappedVault)
                ?? Finding.Violation(vault, "the vault is shared with no other account")];
        }

        var shares = associations.Select(association =>
            (Association: association, Share: estate.References.Follow(association, "resourceShareArn", RamTypes.ResourceShare)))
            .ToArray();
        if (Array.Find(shares, pair => pair.Share.Target is null) is { Association: { } unresolved })
        {
            return [Finding.Unknown(unresolved, "resourceShareArn")];
        }

        return shares.SelectMany(pair => JudgeShare(estate, vault, pair.Share.Target!));
    }

    private static IEnumerable<Finding> JudgeShare(Estate estate, Node vault, Node share)
    {
        if (share.Region != vault.Region)
        {
            yield return Finding.Violation(share, $"the share is in {share.Region}, its vault in {vault.Region}");
        }

        var principals = estate.UsersOf(share, RamTypes.PrincipalAssociation, "resourceShareArn");
        if (principals.Count == 0)
        {
            yield return Unresolved(estate, RamTypes.PrincipalAssociation, "resourceShareArn", RamTypes.ResourceShare)
                ?? Finding.Violation(share, "the vault's share names no other account");
        }

        foreach (var association in principals)
        {
            if (JudgePrincipal(association, Accounts.Of(vault)) is { } finding)
            {
                yield return finding;
            }
        }

        // On where it is not stated; the graph does not tell whether the accounts are of one organisation.
        if (share["allowExternalPrincipals"] is { Flag: false } or { IsUnknown: true })
        {
            yield return Finding.Unknown(share, "allowExternalPrincipals");
        }
    }

    private static Finding? JudgePrincipal(Node association, string? own)
    {
        var principal = association["principal"];
        if (principal.Text is not { } text)
        {
            return Finding.Unknown(association, "principal");
        }

        // An organisation, one of its units, a role of another account.
        var account = Arn.TryParse(text, out var arn) && arn.Service == "iam" ? arn.Account : text;
        if (arn.Service == "organizations")
        {
            return null;
        }

        return account.Length != 12 || !account.All(char.IsAsciiDigit)
            ? Finding.Violation(association, $"the vault is shared with {text}, which is not an account", "principal")
            : account == own ? Finding.Violation(association, $"the vault is shared with {text}, its own account", "principal")
            : null;
    }

    private static Finding? Unresolved(Estate estate, string type, string property, params string[] targets) =>
        estate.OfType(type).FirstOrDefault(node => estate.References.Follow(node, property, targets).IsUnknown) is { } node
            ? Finding.Unknown(node, property)
            : null;
}
