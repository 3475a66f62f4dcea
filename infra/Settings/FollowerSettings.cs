namespace DrInfra.Infra.Settings;

/// <summary>What is fixed about the follower, which starts and suspends the pipelines of its Region.</summary>
public static class FollowerSettings
{
    /// <summary>Its namespace in each cluster. Namespaces are names of workloads, so none has this one.</summary>
    public const string Namespace = "dr-system";
}
