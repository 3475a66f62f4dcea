namespace DrInfra.Infra.Conventions;

/// <summary>What keys are for: the part of their aliases that says so.</summary>
public static class KeyParts
{
    /// <summary>The part of a workload's key for its tables, buckets and secrets.</summary>
    public const string Data = "data";

    /// <summary>The part of a workload's key for its clusters.</summary>
    public const string Database = "database";

    /// <summary>The part of a workload's key for its brokers.</summary>
    public const string Stream = "stream";

    /// <summary>The part of a workload's key that its application encrypts with itself.</summary>
    public const string Application = "application";

    /// <summary>The part of a workload's key for its queues and their topics, which SNS uses too.</summary>
    public const string Queues = "queues";

    /// <summary>The part of the shared key for the table of leases.</summary>
    public const string Leases = "leases";

    /// <summary>The part of the shared key for the Glue Data Catalog, which has one key for all of an account and Region.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>The part of the shared key for state machines, what they did, and the schedules that start them.</summary>
    public const string Jobs = "jobs";

    /// <summary>The part of the shared key for log groups.</summary>
    public const string Logs = "logs";

    /// <summary>The part of the shared key for the alert topic.</summary>
    public const string Alerts = "alerts";

    /// <summary>The part of the shared key for Kubernetes secrets.</summary>
    public const string Cluster = "cluster";

    /// <summary>The part of the shared key for images.</summary>
    public const string Images = "images";

    /// <summary>The part of the shared key for the volumes of nodes and pods.</summary>
    public const string Volumes = "volumes";

    /// <summary>The part of the shared key for the backup vault.</summary>
    public const string Backup = "backup";
}
