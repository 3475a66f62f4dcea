namespace DrInfra.Tests.Policies.Rules.Storage;

/// <summary>Two buckets in two Regions that replicate both ways, with all that a replication needs.</summary>
internal static class ReplicatedBuckets
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Key = "aws:kms/key:Key";
    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    /// <summary>The rule of <c>primary-replication</c>.</summary>
    private const string Rule = """
        {
          "id": "everything", "status": "Enabled", "priority": 1, "filter": { "prefix": "" },
          "deleteMarkerReplication": { "status": "Enabled" },
          "destination": {
            "bucket": "arn:aws:s3:::data-TO",
            "encryptionConfiguration": { "replicaKmsKeyId": "arn:aws:kms:TO:123456789012:key/key-TO" },
            "metrics": { "status": "Enabled", "eventThreshold": { "minutes": 15 } },
            "replicationTime": { "status": "Enabled", "time": { "minutes": 15 } }
          },
          "sourceSelectionCriteria": { "replicaModifications": { "status": "Enabled" }, "sseKmsEncryptedObjects": { "status": "Enabled" } }
        }
        """;

    private const string Policy = """
        {\"Statement\":[
        {\"Effect\":\"Allow\",\"Action\":[\"s3:GetReplicationConfiguration\",\"s3:ListBucket\"],\"Resource\":\"arn:aws:s3:::data-FROM\"},
        {\"Effect\":\"Allow\",\"Action\":\"s3:GetObjectVersion*\",\"Resource\":\"arn:aws:s3:::data-FROM/*\"},
        {\"Effect\":\"Allow\",\"Action\":[\"s3:ReplicateObject\",\"s3:ReplicateDelete\"],\"Resource\":\"arn:aws:s3:::data-TO/*\"},
        {\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\"arn:aws:kms:FROM:123456789012:key/*\",\"Condition\":{\"ForAnyValue:StringEquals\":{\"kms:ResourceAliases\":\"alias/data-FROM\"}}},
        {\"Effect\":\"Allow\",\"Action\":\"kms:Encrypt\",\"Resource\":\"arn:aws:kms:TO:123456789012:key/*\",\"Condition\":{\"StringEquals\":{\"kms:ViaService\":\"s3.TO.amazonaws.com\"}}}]}
        """;

    public static TestGraph Graph() => With("", "");

    /// <summary>The same with one text of the primary's rule, role or policy replaced.</summary>
    /// <param name="without">The name of a resource that is left out.</param>
    public static TestGraph With(string text, string replacement, string? without = null, bool waits = true)
    {
        var graph = new TestGraph();
        foreach (var (side, from, to) in new[] { ("primary", "eu-west-1", "eu-central-1"), ("standby", "eu-central-1", "eu-west-1") })
        {
            graph.Add(Key, $"{side}-key", "{}", from, $"key-{from}", $$"""{ "arn": "arn:aws:kms:{{from}}:123456789012:key/key-{{from}}" }""");
            graph.Add("aws:kms/alias:Alias", $"{side}-alias", $$"""{ "name": "alias/data-{{from}}", "targetKeyId": "key-{{from}}" }""", from);
            graph.Add(Bucket, side, $$"""{ "bucket": "data-{{from}}" }""", from, $"data-{from}");
            graph.Add(
                "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", $"{side}-encryption",
                $$"""{ "bucket": "data-{{from}}", "rules": [{ "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms", "kmsMasterKeyId": "key-{{from}}" } }] }""", from);
            Add(Versioning, $"{side}-versioning", $$"""{ "bucket": "data-{{from}}", "versioningConfiguration": { "status": "Enabled" } }""", from);
        }

        foreach (var (side, from, to) in new[] { ("primary", "eu-west-1", "eu-central-1"), ("standby", "eu-central-1", "eu-west-1") })
        {
            Add("aws:iam/role:Role", $"{side}-role", Changed(side, $$"""{ "name": "role-{{from}}", "assumeRolePolicy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}" }"""), from);
            Add("aws:iam/rolePolicy:RolePolicy", $"{side}-policy", Changed(side, $$"""{ "role": "role-{{from}}", "policy": "{{Filled(Policy, from, to).Replace("\n", "", StringComparison.Ordinal)}}" }"""), from);
            Add(
                "aws:s3/bucketReplicationConfig:BucketReplicationConfig", $"{side}-replication",
                Changed(side, $$"""{ "bucket": "data-{{from}}", "role": "arn:aws:iam::123456789012:role/role-{{from}}", "rules": [{{Filled(Rule, from, to)}}] }"""), from,
                waits || side == "standby" ? [("", Versioning, "primary-versioning"), ("", Versioning, "standby-versioning")] : [("bucket", Bucket, side)]);
        }

        return graph;

        void Add(string type, string name, string inputs, string region, params (string, string, string)[] dependencies)
        {
            if (name != without)
            {
                graph.Add(type, name, inputs, region, dependencies: dependencies);
            }
        }

        string Changed(string side, string inputs) => side == "primary" && text.Length > 0 ? inputs.Replace(text, replacement, StringComparison.Ordinal) : inputs;
    }

    private static string Filled(string text, string from, string to) => text.Replace("FROM", from, StringComparison.Ordinal).Replace("TO", to, StringComparison.Ordinal);
}
