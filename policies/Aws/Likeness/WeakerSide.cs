using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>
/// Which of two resources that should be alike is to be changed, where the property that differs tells: the one that has less of what
/// rules ask for. Of all other properties nothing tells which value is meant, and a cure that names one may spread the fault.
/// </summary>
internal static class WeakerSide
{
    // More, on, or there at all is better.
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "protect", "retainOnDelete", "deletionProtection", "deletionProtectionEnabled", "enableDeletionProtection", "storageEncrypted", "encrypted",
        "enableKeyRotation",
        "backupRetentionPeriod", "retentionInDays", "recoveryWindowInDays", "deletionWindowInDays", "copyTagsToSnapshot", "pointInTimeRecovery",
        "versioningConfiguration",
        "enableContinuousBackup", "copyActions", "resources", "selectionTags", "minRetentionDays", "changeableForDays", "resourceTypeOptInPreference",
        "resourceTypeManagementPreference", "alarmActions", "actionsEnabled", "kmsKeyId", "kmsMasterKeyId", "multiAz", "enableCrossZoneLoadBalancing",
    };

    // Less, off, or not there is better.
    private static readonly HashSet<string> Unwanted = new(StringComparer.Ordinal)
    {
        "skipFinalSnapshot", "forceDestroy", "forceDelete", "deleteAutomatedBackups", "deleteOnTermination", "publiclyAccessible", "notResources", "conditions",
        "startWindow", "startWindowHours", "completionWindow",
    };

    /// <summary>Below 0: the first is to be changed; above 0: the second; 0: nothing tells.</summary>
    /// <param name="path">The property's path; the last of its names that is known here counts.</param>
    public static int Of(string path, PropertyValue? first, PropertyValue? second)
    {
        var (one, other) = (first?.Unwrapped, second?.Unwrapped);
        if (one is UnknownValue || other is UnknownValue)
        {
            return 0;
        }

        var names = path.Split('.').Select(part => part.Split('[')[0]).Reverse().ToArray();
        if (names[0] is "schedule" or "scheduleExpression")
        {
            return Compare(-Gap(one), -Gap(other));
        }

        // Nothing stated keeps a backup for ever.
        if (names[0] == "deleteAfter")
        {
            return Compare(one is null ? double.PositiveInfinity : Amount(one), other is null ? double.PositiveInfinity : Amount(other));
        }

        return Array.Exists(names, Wanted.Contains) ? Compare(Amount(one), Amount(other))
            : Array.Exists(names, Unwanted.Contains) ? Compare(-Amount(one), -Amount(other))
            : 0;
    }

    private static int Compare(double? first, double? second) => first is { } one && second is { } other ? one.CompareTo(other) : 0;

    private static double? Gap(PropertyValue? value) => value is TextValue text ? ScheduleExpression.LongestGap(text.Value)?.TotalSeconds : null;

    // Of a text it only says whether there is one, unless it spells a switch.
    private static double Amount(PropertyValue? value) => value switch
    {
        null or NullValue => 0,
        BoolValue flag => flag.Value ? 1 : 0,
        NumberValue number => number.Value,
        ListValue list => list.Count,
        TextValue text => text.Value is "" or "false" or "False" or "Disabled" or "DISABLED" or "Suspended" ? 0 : 1,
        MapValue { Count: 0 } => 0,
        MapValue map => Amount(map["enabled"] ?? map["status"] ?? PropertyValue.Of(true)),
        _ => 1,
    };
}
