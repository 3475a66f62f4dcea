namespace DrInfra.Tests.Policies.Rules.Storage;

/// <summary>Two buckets in two Regions that replicate both ways, with all that a replication needs.</summary>
internal static class ReplicatedBuckets
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Key = "aws:kms/key:Key";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    /// <summary>Sound, with one text of the primary's rule, role or policy changed.</summary>
    public static TestGraph With(string text, string replacement) =>
        Graph().Change(text, replacement, name => name is "primary-role" or "primary-policy" or "primary-replication");

    public static TestGraph Graph(bool waits = true)
    {
        var graph = new TestGraph();
        foreach (var (side, from, to) in new[] { ("primary", "eu-west-1", "eu-central-1"), ("standby", "eu-central-1", "eu-west-1") })
        {
            graph.Add(Key, $"{side}-key", "{}", from, $"key-{from}", $$"""{ "arn": "arn:aws:kms:{{from}}:123456789012:key/key-{{from}}" }""");
            graph.Add("aws:kms/alias:Alias", $"{side}-alias", $$"""{ "name": "alias/data-{{from}}", "targetKeyId": "key-{{from}}" }""", from);
            graph.Add(Bucket, side, $$"""{ "bucket": "data-{{from}}" }""", from, $"data-{from}");
            graph.Add(
                "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", $"{side}-encryption",
                $$"""
                { "bucket": "data-{{from}}", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms",
                        "kmsMasterKeyId": "key-{{from}}" } }] }
                """,
                from);
            graph.Add(Versioning, $"{side}-versioning", $$"""{ "bucket": "data-{{from}}", "versioningConfiguration": { "status": "Enabled" } }""", from);
        }

        foreach (var (side, from, to) in new[] { ("primary", "eu-west-1", "eu-central-1"), ("standby", "eu-central-1", "eu-west-1") })
        {
            graph.Add("aws:iam/role:Role", $"{side}-role", $$"""
                { "name": "role-{{from}}", "assumeRolePolicy": { "Statement": [
                  { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sts:AssumeRole" }] } }
                """, from);
            graph.Add("aws:iam/rolePolicy:RolePolicy", $"{side}-policy", $$"""
                { "role": "role-{{from}}", "policy": { "Statement": [
                  { "Effect": "Allow", "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket"], "Resource": "arn:aws:s3:::data-{{from}}" },
                  { "Effect": "Allow", "Action": "s3:GetObjectVersion*", "Resource": "arn:aws:s3:::data-{{from}}/*" },
                  { "Effect": "Allow", "Action": ["s3:ReplicateObject", "s3:ReplicateDelete"], "Resource": "arn:aws:s3:::data-{{to}}/*" },
                  { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:{{from}}:123456789012:key/*",
                    "Condition": { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/data-{{from}}" } } },
                  { "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "arn:aws:kms:{{to}}:123456789012:key/*",
                    "Condition": { "StringEquals": { "kms:ViaService": "s3.{{to}}.amazonaws.com" } } }] } }
                """, from);
            graph.Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", $"{side}-replication", $$"""
                { "bucket": "data-{{from}}", "role": "arn:aws:iam::123456789012:role/role-{{from}}", "rules": [{
                  "id": "everything", "status": "Enabled", "priority": 1, "filter": { "prefix": "" },
                  "deleteMarkerReplication": { "status": "Enabled" },
                  "destination": {
                    "bucket": "arn:aws:s3:::data-{{to}}",
                    "encryptionConfiguration": { "replicaKmsKeyId": "arn:aws:kms:{{to}}:123456789012:key/key-{{to}}" },
                    "metrics": { "status": "Enabled", "eventThreshold": { "minutes": 15 } },
                    "replicationTime": { "status": "Enabled", "time": { "minutes": 15 } } },
                  "sourceSelectionCriteria": { "replicaModifications": { "status": "Enabled" }, "sseKmsEncryptedObjects": { "status": "Enabled" } } }] }
                """, from, dependencies: waits || side == "standby"
                    ? [("", Versioning, "primary-versioning"), ("", Versioning, "standby-versioning")]
                    : [("bucket", Bucket, side)]);
        }

        return graph;
    }
}
