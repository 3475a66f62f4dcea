namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>Type tokens of the operators of Cassandra: cass-operator, K8ssandra and its Medusa, which makes backups.</summary>
public static class CassandraTypes
{
    public const string Datacenter = "kubernetes:cassandra.datastax.com/v1beta1:CassandraDatacenter";
    public const string Cluster = "kubernetes:k8ssandra.io/v1alpha1:K8ssandraCluster";
    public const string BackupSchedule = "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaBackupSchedule";
    public const string Configuration = "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaConfiguration";

    /// <summary>A backup that is made once, and a restore: neither is a copy that anybody can count on later.</summary>
    public static readonly IReadOnlyList<string> Once =
    [
        "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaBackupJob", "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaBackup",
        "kubernetes:medusa.k8ssandra.io/v1alpha1:MedusaRestoreJob",
    ];

    /// <summary>All that is read here.</summary>
    public static readonly IReadOnlyList<string> All = [Datacenter, Cluster, BackupSchedule, Configuration, .. Once];
}
