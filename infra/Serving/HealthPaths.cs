namespace DrInfra.Infra.Serving;

/// <summary>
/// What a workload answers over HTTPS at its port, with 200 where all is well. Three questions, because they have three answers in a
/// standby that waits: it lives, it is ready, and it cannot write.
/// </summary>
public static class HealthPaths
{
    /// <summary>Whether the process works at all; a pod that does not say so is started anew. It asks nothing else.</summary>
    public const string Live = "/healthz/live";

    /// <summary>
    /// Whether clients who came here would be served with what the Region has: load balancer, Route 53 and the canary of the other Region ask it.
    /// It must not ask for the writer of a database: a standby whose writer is elsewhere is ready too.
    /// </summary>
    public const string Ready = "/healthz/ready";

    /// <summary>Whether a write would be accepted now: the writer is reached. In a standby it fails until the database is promoted.</summary>
    public const string Write = "/healthz/write";
}
