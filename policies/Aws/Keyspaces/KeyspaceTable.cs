namespace DrInfra.Policies.Aws.Keyspaces;

/// <summary>A table of Amazon Keyspaces.</summary>
internal readonly record struct KeyspaceTable(Node Node)
{
    private Prop Encryption => Node["encryptionSpecification"];

    /// <summary>
    /// What the service refuses of a table in several Regions. Source: Keyspaces developer guide, "Multi-Region replication usage notes" and
    /// "How multi-Region replication works".
    /// </summary>
    public IEnumerable<Reason> Refusals()
    {
        if (Keyspace.MultiRegionBeside(Node) is null)
        {
            yield break;
        }

        if (Encryption["type"].Text == "CUSTOMER_MANAGED_KMS_KEY")
        {
            yield return new Reason("it is in several Regions, where Keyspaces takes no customer managed key", Node, Encryption["type"].Path);
        }

        if (Node["clientSideTimestamps"]["status"] is { IsUnknown: false } timestamps && timestamps.Text is not (null or "ENABLED"))
        {
            yield return new Reason("it is in several Regions, where client-side timestamps tell which writer was the last", Node, timestamps.Path);
        }

        if (Node["capacitySpecification"]["throughputMode"] is { Text: "PROVISIONED" } mode)
        {
            yield return new Reason(
                "it is in several Regions with a fixed capacity: Keyspaces wants it on demand, or scaled by its own interface", Node, mode.Path);
        }
    }

    /// <summary>
    /// Why its time to live will not be what is wanted later: of a table in several Regions the service takes it at creation alone; null where it
    /// can be set.
    /// </summary>
    public Reason? UnsettledTtl => Keyspace.MultiRegionBeside(Node) is null || Node["ttl"] is { IsUnknown: true } || Node["ttl"]["status"].IsStated() ? null
        : new Reason("it is in several Regions without a statement on TTL, which cannot be turned on later", Node, "ttl");
}
