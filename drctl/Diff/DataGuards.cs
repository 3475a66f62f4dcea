using DrInfra.Drctl.Emulation;
using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Diff;

/// <summary>Changes that an update would make in place, without complaint, and that take protection or a copy from data.</summary>
internal static class DataGuards
{
    private static readonly Guard[] Guards =
    [
        new("*", "deletionProtection", WasTrue, "takes away deletionProtection"),
        new("*", "deletionProtectionEnabled", WasTrue, "takes away deletionProtectionEnabled"),
        new("*", "forceDestroy", BecomesTrue, "sets forceDestroy: destroying the stack would delete what is inside"),
        new(RdsResources.Cluster, "skipFinalSnapshot", BecomesTrue, "sets skipFinalSnapshot: deleting the cluster would leave no snapshot"),
        new(RdsResources.Cluster, "backupRetentionPeriod", Shrinks, "shortens backupRetentionPeriod: restore points are deleted at once"),
        new(S3Resources.BucketVersioning, "versioningConfiguration.status", (old, _) => Text(old) == "Enabled", "switches versioning off"),
        new(S3Resources.BucketReplicationConfig, "rules[*].status", (old, _) => Text(old) == "Enabled", "stops a replication rule"),
        new(S3Resources.BucketObjectLockConfiguration, "rule", (old, _) => old is not null, "changes the object lock"),
        new(DynamoDbResources.Table, "pointInTimeRecovery", WasTrue, "switches point-in-time recovery off"),
        new(DynamoDbResources.Table, "pointInTimeRecovery.enabled", WasTrue, "switches point-in-time recovery off"),
        new(DynamoDbResources.Table, "pointInTimeRecovery.recoveryPeriodInDays", Shrinks, "shortens the point-in-time window"),
        new(DynamoDbResources.Table, "replicas[*].pointInTimeRecovery", WasTrue, "switches a replica's point-in-time recovery off"),
        new(DynamoDbResources.Table, "replicas[*].deletionProtectionEnabled", WasTrue, "takes away a replica's deletionProtectionEnabled"),
        new(
            SecretsManagerResources.Secret,
            "recoveryWindowInDays",
            (_, value) => value is NumberValue { Value: 0 },
            "sets recoveryWindowInDays to 0: a deletion could not be undone"),
        new(KmsResources.Key, "isEnabled", BecomesFalse, "disables the key: what it encrypts cannot be read"),
        new(KmsResources.ReplicaKey, "enabled", BecomesFalse, "disables the key: what it encrypts cannot be read"),
    ];

    // Lists whose items are copies of the data: an item that goes is a copy that goes.
    private static readonly (string Type, string List)[] Copies =
    [
        (DynamoDbResources.Table, "replicas"),
        (SecretsManagerResources.Secret, "replicas"),
        (S3Resources.BucketReplicationConfig, "rules"),
    ];

    public static IEnumerable<string> Refusals(string type, IEnumerable<PropertyChange> changes)
    {
        foreach (var change in changes.Where(change => !change.Ignored))
        {
            foreach (var guard in Guards.Where(guard => guard.Type == "*" || guard.Type == type))
            {
                if (change.Path.Is(guard.Path) && guard.Fires(change.Old, change.New))
                {
                    yield return guard.Message;
                }
            }

            if (change.New is null
                && Copies.Any(copy => copy.Type == type && (change.Path.Is($"{copy.List}[*]") || change.Path.Is(copy.List))))
            {
                yield return $"takes away a copy: {change.Path}";
            }
        }
    }

    private static bool WasTrue(PropertyValue? old, PropertyValue? value) => IsTrue(old) && !IsTrue(value);

    private static bool BecomesTrue(PropertyValue? old, PropertyValue? value) => IsTrue(value);

    private static bool BecomesFalse(PropertyValue? old, PropertyValue? value) => value is BoolValue { Value: false };

    private static bool Shrinks(PropertyValue? old, PropertyValue? value) =>
        old is NumberValue before && (value is not NumberValue after || after.Value < before.Value);

    // A whole object that goes takes its "enabled" with it.
    private static bool IsTrue(PropertyValue? value) =>
        value is BoolValue { Value: true } || (value is MapValue map && map["enabled"] is BoolValue { Value: true });

    private static string? Text(PropertyValue? value) => (value as TextValue)?.Value;

    private sealed record Guard(string Type, string Path, Func<PropertyValue?, PropertyValue?, bool> Fires, string Message);
}
