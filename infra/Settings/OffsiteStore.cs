namespace DrInfra.Infra.Settings;

/// <summary>A copy of a bucket in an object store outside AWS. It holds what the bucket does, and has its sizes.</summary>
/// <param name="Of">The bucket's name, of the same workload.</param>
/// <param name="Server">The host name of the store, which speaks the protocol of S3.</param>
/// <param name="Port">Its port. Default: 443.</param>
/// <param name="Bucket">The bucket there.</param>
/// <param name="Subdirectory">The prefix there. Default: workload and bucket.</param>
/// <param name="Agents">
/// ARNs of the agents that reach the store, at least one in each Region of the pair; empty = none are needed, since the store is another cloud's. An
/// agent is installed and activated outside this program.
/// </param>
/// <param name="Credentials">The name of the secret with the credentials for the store, which people make in both Regions.</param>
/// <param name="EveryHours">How often what changed is copied, in hours; 1 to 84.</param>
public sealed record OffsiteStore(
    string Name,
    string Of,
    string Server,
    int Port,
    string Bucket,
    string Subdirectory,
    IReadOnlyList<string> Agents,
    string Credentials,
    int EveryHours) : StoreSettings(Name, 0, 0)
{
    /// <summary>The kind as settings spell it.</summary>
    public const string KindName = "offsite";

    /// <inheritdoc />
    public override string Kind => KindName;

    /// <summary>The agents of a Region, as their ARNs say.</summary>
    public IReadOnlyList<string> AgentsIn(string region) => [.. Agents.Where(agent => agent.Split(':')[3] == region)];
}
