using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.S3;

/// <summary>
/// What keeps a replication rule from copying, or from copying everything. Source where none is beside a fault: the Amazon S3 guide,
/// "Requirements and considerations for replication" and "What does Amazon S3 replicate".
/// </summary>
internal static class ReplicationFaults
{
    /// <summary>All of them, those that only the deployment will tell included; empty where every new object is copied.</summary>
    public static IEnumerable<Reason> Of(Estate estate, ReplicationRule rule) => new[]
        {
            Destination(rule),
            Status(rule),
            rule.Source is { } source ? Versions(estate, rule, source) : null,
            rule.Destination.Target is { } target ? Versions(estate, rule, target) : null,
            Narrowed(rule),
            Selection(estate, rule),
            NoReplicaKey(rule),
            ReplicaKey(estate, rule),
            ExistingObjects(rule),
            DeleteMarkers(rule),
            Admitted(estate, rule),
        }
        .Concat(Time(rule)).OfType<Reason>().Concat(Role(estate, rule));

    public static Reason? Destination(ReplicationRule rule) =>
        rule.Destination.IsAbsent ? new Reason("the replication rule has no destination bucket", rule.Owner, rule.Destination.Path)
        : rule.Destination.Target is { } target && target == rule.Source ? new Reason("the bucket is replicated to itself", rule.Owner, rule.Destination.Path)
        : null;

    public static Reason? Status(ReplicationRule rule) =>
        rule.Status.IsUnknown ? Reason.Unknown(rule.Owner, rule.Status.Path)
        : !rule.IsEnabled ? new Reason($"replication rule {rule.Rule["id"]} is {rule.Status}, Enabled needed", rule.Owner, rule.Status.Path)
        : null;

    /// <summary>Neither side may be without old versions.</summary>
    public static Reason? Versions(Estate estate, ReplicationRule rule, Node bucket) => BucketVersions.Off(estate, bucket) switch
    {
        null => null,
        { IsUnknown: true } unknown => unknown,
        var off => new Reason($"{bucket.Name} is replicated, but {off.Text}", rule.Owner, rule.Rule.Path),
    };

    /// <summary>Objects are left out by prefix or tag.</summary>
    public static Reason? Narrowed(ReplicationRule rule) => rule.Narrowing is not { } part ? null
        : part.IsUnknown ? Reason.Unknown(rule.Owner, part.Path)
        : new Reason($"only part of the bucket is replicated: {part.Path} is {part}", rule.Owner, part.Path);

    /// <summary>Objects under a KMS key are left out unless they are selected.</summary>
    public static Reason? Selection(Estate estate, ReplicationRule rule)
    {
        if (rule.Source is not { } source)
        {
            return null;
        }

        var (encryption, selected) = (BucketEncryption.Of(estate, source), rule.EncryptedObjects);
        return selected.IsUnknown ? Reason.Unknown(rule.Owner, selected.Path)
            : encryption.IsUnknown && selected.IsAbsent ? Reason.Unknown(rule.Owner, encryption.Path)
            : encryption.UsesKms && selected.Text is not ("Enabled" or "true") ? new Reason(
                $"objects are encrypted with {encryption.Algorithm}, but sseKmsEncryptedObjects is {(selected.IsAbsent ? "not selected" : selected)} in "
                    + $"the rule",
                rule.Owner, selected.Path)
            : null;
    }

    /// <summary>Selected objects need a key on the other side.</summary>
    public static Reason? NoReplicaKey(ReplicationRule rule) => rule.EncryptedObjects.Text is "Enabled" or "true" && rule.ReplicaKey.IsAbsent
        ? new Reason("the rule selects KMS-encrypted objects, but has no replicaKmsKeyId", rule.Owner, rule.ReplicaKey.Path)
        : null;

    /// <summary>The key of the copies is a key's ARN, of the destination's Region.</summary>
    public static Reason? ReplicaKey(Estate estate, ReplicationRule rule)
    {
        if (rule.ReplicaKey.IsAbsent)
        {
            return null;
        }

        var key = Keys.Follow(estate, rule.Owner, rule.ReplicaKey);
        var (keyRegion, region) = (key.Region, rule.Destination.Region);
        return keyRegion is null && rule.ReplicaKey.IsKnown && !Arn.TryParse(key.Text, out _) && key.Target is null
                ? new Reason($"replicaKmsKeyId is {rule.ReplicaKey}, the ARN of a key needed", rule.Owner, rule.ReplicaKey.Path)
            : region is null ? Reason.Unknown(rule.Owner, rule.Destination.Path)
            : Keys.Unusable(estate, rule.Owner, rule.ReplicaKey, region) is not { } unusable
                ? keyRegion is null ? Reason.Unknown(rule.Owner, rule.ReplicaKey.Path) : null
                : unusable.IsUnknown || unusable.Node != rule.Owner ? unusable
                : new Reason($"the replica key is in {keyRegion}, the destination bucket in {region}", rule.Owner, rule.ReplicaKey.Path);
    }

    /// <summary>The service refuses the whole configuration.</summary>
    public static Reason? ExistingObjects(ReplicationRule rule) => rule.Rule["existingObjectReplication"] is { IsAbsent: false } block
        ? new Reason("the rule has existingObjectReplication, which S3 rejects", rule.Owner, block.Path)
        : null;

    /// <summary>A rule with a filter must choose what happens to deletions, one without must not.</summary>
    public static Reason? DeleteMarkers(ReplicationRule rule)
    {
        var markers = rule.DeleteMarkers;
        return markers.IsUnknown ? Reason.Unknown(rule.Owner, markers.Path)
            : !markers.IsAbsent && !rule.HasFilter && !rule.IsInline
                ? new Reason("the rule has deleteMarkerReplication without a filter, which S3 rejects", rule.Owner, markers.Path)
            : (markers.IsAbsent ? rule.HasFilter : markers.Text is not ("Enabled" or "Disabled"))
                ? new Reason(
                    $"deleteMarkerReplication is {(markers.IsAbsent ? "not stated" : markers)}, Enabled or Disabled needed", rule.Owner, markers.Path)
            : null;
    }

    /// <summary>Time control takes fifteen minutes and nothing else, and needs the rule's metrics.</summary>
    public static IEnumerable<Reason> Time(ReplicationRule rule)
    {
        if (rule.Time.IsAbsent)
        {
            return [];
        }

        return new[]
        {
            On(rule, rule.Time["status"], "Replication Time Control is"),
            On(rule, rule.Metrics["status"], "the rule's metrics, which Replication Time Control needs, are"),
            Fifteen(rule, rule.TimeMinutes, "replication time"),
            Fifteen(rule, rule.MetricsMinutes, "the metrics' threshold"),
        }.OfType<Reason>();
    }

    /// <summary>The role that the service works through.</summary>
    public static IEnumerable<Reason> Role(Estate estate, ReplicationRule rule)
    {
        if (RoleUse.Of(estate, rule.Owner, rule.RolePath, ["s3.amazonaws.com"], rule.Source is { } source ? BucketPolicies.ArnOf(source) : null) is not { } use)
        {
            return [new Reason("the replication has no role", rule.Owner, rule.RolePath)];
        }

        return RoleAccess.Refused(estate, use) is { } refused
            ? [refused]
            : RoleAccess.Lacks(estate, rule.Owner, use.Role.Target!, ReplicationNeeds.Of(estate, rule));
    }

    /// <summary>A bucket of another account must let the role in by its own policy; any bucket's policy may shut it out.</summary>
    public static Reason? Admitted(Estate estate, ReplicationRule rule)
    {
        if (rule.Destination.Target is not { } target)
        {
            return null;
        }

        var role = estate.References.Follow(rule.Owner, rule.Role, IamTypes.Role);
        var account = Accounts.Of(rule.Owner);
        var policies = BucketPolicies.Of(estate, target);
        if (policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown)
        {
            return account is not null && Accounts.Of(target) == account ? null : Reason.Unknown(unknown.Owner, unknown.Path);
        }

        var who = PolicyPrincipal.Role(role.Target?["name"].Text ?? (Arn.TryParse(role.Text, out var arn) ? arn.Name : "?"), account ?? IamPattern.AnyAccount);
        var speaking = policies.SelectMany(policy =>
            policy.Statements.Where(statement => statement.Covers("s3:ReplicateObject") && statement.Concerns(who))
                .Select(statement => (policy.Owner, Statement: statement)))
            .ToArray();
        if (Array.Find(
            speaking,
            pair => !pair.Statement.Allows && pair.Statement.Conditions.Count == 0 && BucketPolicies.Covers(pair.Statement, target)) is { Owner: { } denies })
        {
            return new Reason($"the policy of {target.Name} denies the replication role s3:ReplicateObject", denies, "policy");
        }

        return account is not null && Accounts.Of(target) is { } other && other != account && !Array.Exists(speaking, pair => pair.Statement.Allows)
            ? new Reason($"{target.Name} is in account {other}, and its policy does not allow the replication role to write replicas", target, "policy")
            : null;
    }

    private static Reason? On(ReplicationRule rule, Prop status, string what) =>
        status.IsUnknown ? Reason.Unknown(rule.Owner, status.Path)
        // Inside a bucket's own block the status has a default, Enabled.
        : status.Text == "Enabled" ? null
        : new Reason($"{what} {(status.IsAbsent ? "not stated" : status)}, Enabled needed", rule.Owner, status.Path);

    private static Reason? Fifteen(ReplicationRule rule, Prop minutes, string what) =>
        minutes.IsUnknown ? Reason.Unknown(rule.Owner, minutes.Path)
        : minutes.Number == FactBook.Most("s3-rtc-threshold") ? null
        : new Reason($"{what} is {minutes} minutes, {FactBook.Most("s3-rtc-threshold")} needed", rule.Owner, minutes.Path);
}
