using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The permissions of a replication's role (Amazon S3 User Guide, setting up permissions for live replication).</summary>
internal static class ReplicationGrants
{
    public static IEnumerable<ReplicationGrant> Needed(Estate estate, ReplicationRule rule, Node source, Node destination)
    {
        yield return new ReplicationGrant(["s3:GetReplicationConfiguration"], source.Name, statement => Reaches(statement, source, ""));
        yield return new ReplicationGrant(["s3:ListBucket"], source.Name, statement => Reaches(statement, source, ""));
        yield return new ReplicationGrant(["s3:GetObjectVersionForReplication", "s3:GetObjectVersion"], $"the objects of {source.Name}", statement => Reaches(statement, source, "/any"));
        yield return new ReplicationGrant(["s3:ReplicateObject"], $"the objects of {destination.Name}", statement => Reaches(statement, destination, "/any"));
        if (rule.DeleteMarkers.Text == "Enabled")
        {
            yield return new ReplicationGrant(["s3:ReplicateDelete"], $"the objects of {destination.Name}", statement => Reaches(statement, destination, "/any"));
        }

        if (rule.EncryptedObjects.Text is not ("Enabled" or "true"))
        {
            yield break;
        }

        var encryption = BucketEncryption.Of(estate, source);
        if (!encryption.Key.IsAbsent)
        {
            var key = Keys.Follow(estate, encryption.Owner, encryption.Key);
            yield return new ReplicationGrant(["kms:Decrypt"], $"the key of {source.Name}", statement => ReachesKey(estate, statement, key, source.Region));
        }

        var replicaKey = Keys.Follow(estate, rule.Owner, rule.ReplicaKey);
        yield return new ReplicationGrant(["kms:Encrypt", "kms:GenerateDataKey"], $"the key of {destination.Name}", statement => ReachesKey(estate, statement, replicaKey, destination.Region));
    }

    private static bool Reaches(PolicyStatement statement, Node bucket, string inside) =>
        BucketPolicies.ArnOf(bucket) is not { } arn || statement.Resources.Any(pattern => Wildcard.Matches(pattern, arn + inside));

    private static bool ReachesKey(Estate estate, PolicyStatement statement, Reference key, string? region)
    {
        var arn = key.Target?.Output("arn").Text ?? (Arn.TryParse(key.Text, out _) ? key.Text : null);
        return statement.Resources.Any(pattern => arn is not null ? Wildcard.Matches(pattern, arn) : MayBeIn(pattern, region))
            && statement.Conditions.All(condition => Holds(estate, condition, key.Target, region));
    }

    // The key's id is not known before it exists, its Region is.
    private static bool MayBeIn(string pattern, string? region) =>
        pattern == "*" || (Arn.TryParse(pattern, out var arn) && arn.Service == "kms" && (region is null || Wildcard.Matches(arn.Region, region)));

    private static bool Holds(Estate estate, PolicyCondition condition, Node? key, string? region) => condition.Key switch
    {
        "kms:resourcealiases" => key is null || Keys.AliasesOf(estate, key).Any(alias => Array.Exists(condition.Values, value => Wildcard.Matches(value, alias))),
        "kms:viaservice" => region is null || Array.Exists(condition.Values, value => Wildcard.Matches(value, $"s3.{region}.amazonaws.com")),
        _ => true,
    };
}
