using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.S3;

/// <summary>Replicas that another account keeps.</summary>
internal static class OtherAccount
{
    // With one of these the first account takes the copies away, or gives itself the right to.
    private static readonly string[] Destructive =
        ["s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:BypassGovernanceRetention"];

    /// <summary>
    /// Why the account of the source can destroy the replicas of a rule; null where it cannot: they are in another account, belong to it, and
    /// neither its policy nor its key nor replicated deletions give the first a way.
    /// </summary>
    public static Reason? Deletable(Estate estate, ReplicationRule rule)
    {
        var own = Accounts.Of(rule.Source ?? rule.Owner);
        var destination = rule.Rule["destination"];
        var account = rule.Destination.Target is { } found ? Accounts.Of(found) ?? destination["account"].Text : destination["account"].Text;
        if (own is null || account is null || own == account || rule.Destination.Target is not { } target)
        {
            return "the account can delete the replica";
        }

        if (rule.DeleteMarkers.Text == "Enabled")
        {
            return new Reason($"deletions are replicated to {target.Name} in account {account}", rule.Owner, rule.DeleteMarkers.Path);
        }

        if (destination["accessControlTranslation"]["owner"].Text != "Destination" && ObjectWriterOwns(estate, target) is { } ownership)
        {
            return ownership;
        }

        var policies = BucketPolicies.Of(estate, target);
        if (policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown)
        {
            return Reason.Unknown(unknown.Owner, unknown.Path);
        }

        var lent = policies.SelectMany(policy => policy.Statements.Select(statement => (policy.Owner, Statement: statement)))
            .Where(pair => pair.Statement.Allows && pair.Statement.ConcernsAccount(own))
            .SelectMany(pair => Destructive.Where(pair.Statement.Covers).Select(action => (pair.Owner, Action: action))).FirstOrDefault();
        if (lent.Owner is { } policyOwner)
        {
            return new Reason($"the policy of {target.Name} allows account {own} {lent.Action}", policyOwner, "policy");
        }

        return Keys.Follow(estate, rule.Owner, rule.ReplicaKey) is { Target: { } key } && Accounts.Of(key) == own
            ? new Reason("the account can delete the key of the replicas", rule.Owner, rule.ReplicaKey.Path)
            : null;
    }

    // The bucket's owner owns them where nothing is stated (the service's default for new buckets).
    private static Reason? ObjectWriterOwns(Estate estate, Node bucket) => BucketParts.Of(estate)[bucket, BucketPart.Ownership]
        .Select(controls => (controls, Owner: controls["rule"]["objectOwnership"]))
        .Where(pair => pair.Owner.Text != "BucketOwnerEnforced")
        .Select(pair => pair.Owner.IsUnknown ? Reason.Unknown(pair.controls, pair.Owner.Path)
            : new Reason($"the writing account owns the replicas: objectOwnership is {pair.Owner}", pair.controls, pair.Owner.Path))
        .FirstOrDefault();
}
