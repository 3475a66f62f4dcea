namespace DrInfra.Policies.Rules.Storage;

/// <summary>Something that a replication's role must be allowed to do.</summary>
/// <param name="Actions">One of these is enough.</param>
/// <param name="On">For messages: on what.</param>
/// <param name="Reaches">Whether a statement reaches it.</param>
internal sealed record ReplicationGrant(string[] Actions, string On, Func<PolicyStatement, bool> Reaches)
{
    public bool IsGivenBy(PolicyStatement statement) => statement.IsAllow && Array.Exists(Actions, statement.Takes) && Reaches(statement);

    public override string ToString() => $"{Actions[0]} on {On}";
}
