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

        // What is not stated is the service's choice, which fits.
        if (Encryption["type"] is { IsUnknown: false } type && type.Text is not (null or "AWS_OWNED_KMS_KEY"))
        {
            yield return new Reason("it is in several Regions, where Keyspaces takes no key but its own", Node, type.Path);
        }

        if (Node["clientSideTimestamps"]["status"] is { IsUnknown: false } timestamps && timestamps.Text is not (null or "ENABLED"))
        {
            yield return new Reason("it is in several Regions, where client-side timestamps tell which writer was the last", Node, timestamps.Path);
        }

        if (Node["capacitySpecification"]["throughputMode"] is { IsUnknown: false } mode && mode.Text is not (null or "PAY_PER_REQUEST"))
        {
            yield return new Reason(
                $"it is in several Regions, and throughputMode is {mode.Text}: Keyspaces wants it on demand, or scaled by its own interface", Node, mode.Path);
        }
    }

    /// <summary>
    /// Why its time to live will not be what is wanted later: of a table in several Regions the service takes it at creation alone; null where it
    /// can be set.
    /// </summary>
    public Reason? UnsettledTtl => Keyspace.MultiRegionBeside(Node) is null || Node["ttl"] is { IsUnknown: true } || Node["ttl"]["status"].IsStated() ? null
        : new Reason("it is in several Regions without a statement on TTL, which cannot be turned on later", Node, "ttl");
}
