using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Tests.Recovery.Facts;

/// <summary>
/// Figures of services stand in facts.json with a source, those of rules in rules.json, and those of the operator in recovery.yaml and
/// the settings: none is typed where recovery is worked out, judged or declared.
/// </summary>
public partial class TypedFiguresTests
{
    // What is no figure of a service: file, numbers, why they may stand there.
    private static readonly (string File, string Numbers, string Why)[] Allowed =
    [
        .. Recovery(),
        .. Policies(),
        .. Program(),
    ];

    // Units; promises, whose figures docs/adr/0004-tiers.md keeps; limits of a reader of texts; names, each with its rule's source beside it.
    private static readonly string[] NotRead = ["UnitsOfTime.cs", "DefaultTiers.cs", "NameRules.cs"];

    [Fact]
    public void ProductTypesNoFigure() => Assert.Equal(
        string.Join('\n', Allowed.Select(allowed => $"{allowed.File}: {allowed.Numbers}").Order(StringComparer.Ordinal)),
        string.Join('\n', Files("recovery", "policies/Aws", "policies/Kubernetes", "policies/Assessment", "policies/Rules", "infra").SelectMany(Typed)
            .Order(StringComparer.Ordinal)));

    private static IEnumerable<(string File, string Numbers, string Why)> Recovery() =>
    [
        ("CriticalPath.cs", "200 500", "how much is drawn"),
        ("DurationText.cs", "3 3650 9", "longer is a slip of the pen; digits that cannot overflow, and that count"),
        ("Exploration.cs", "4_000_000", "the most states that are looked at"),
        ("Machine.cs", "8", "bits of a byte"),
        ("PermissionSettings.cs", "3", "the bits of two Regions"),
        ("SwitchMachine.cs", "3", "stages of the model"),
        ("SwitchSettings.cs", "3", "faults that are looked at: a default of ours"),
        ("LeaseProtocol.cs", "10 30 60 8089", "the times and the port of the protocol, which docs/protocol models"),
        ("RateText.cs", "1000 1e-3 1e3 1e6", "faster is a slip of the pen; units of bytes"),
        ("RecoveryManifest.cs", "4096", "the size of a parameter, which is a contract between the stacks"),
        ("RecoverySettingsFile.cs", "500_000", "the size of a file that somebody wrote"),
    ];

    private static IEnumerable<(string File, string Numbers, string Why)> Policies() =>
    [
        ("AirGappedVaultIsReachable.cs", "12", "digits of an account"),
        ("AlarmRuleParser.cs", "100", "percent"),
        ("AlarmStatisticFitsItsMetric.cs", "100 90", "percent: what counts as an extreme"),
        ("AlarmThresholdFitsItsMetric.cs", "100", "percent"),
        ("Arn.cs", "3 4", "parts of a name"),
        ("AutoScalingReplacesUnhealthyInstances.cs", "100 200", "percent: all of a group, and twice as many"),
        ("BackupPlansMatchAcrossRegions.cs", "60", "characters that are shown"),
        ("BackupRetentionKeepsGenerations.cs", "8", "days: what is rarer than weekly"),
        ("Canary.cs", "100", "percent"),
        ("CanaryHasItsParts.cs", "5", "letters of a prefix"),
        ("CassandraPlacement.cs", "3", "zones that a quorum of three replicas takes"),
        ("CatalogueTable.cs", "5", "views that are followed: deeper ones are unread"),
        ("CronDays.cs", "1461 2001 28 3 31 4 5 7", "the calendar"),
        ("CronFields.cs", "12 1970 2199 23 3 4 5 59 6", "the calendar, and the fields of an expression"),
        ("DatabaseEngine.cs", "3306 5432", "ports"),
        ("DisruptionBudgets.cs", "100", "percent"),
        ("DnsName.cs", "64", "letters of a label"),
        ("SwitchReading.cs", "3", "stages of the model"),
        ("Estimates.cs", "366", "how long a drill counts: a default of ours"),
        ("FlinkStateReader.cs", "6", "fields of an expression of Quartz"),
        ("GlobalInstanceClassIsSupported.cs", "5 9", "generations of servers, as letters"),
        ("HBaseCluster.cs", "10 4", "core nodes at which HDFS keeps another copy (fact emr-hdfs-replication)"),
        ("IamPattern.cs", "4 6", "parts of a name"),
        ("LikeComparison.cs", "60 8", "characters: how many are shown, and how many make a name"),
        ("MaintenanceWindow.cs", "24 60 7", "the calendar"),
        ("Manifest.cs", "3", "slashes in the name of a manifest"),
        ("MayDiffer.cs", "5", "letters of a prefix"),
        ("PlanReportSurvives.cs", "12", "digits of an account"),
        ("PodScaler.cs", "100", "percent"),
        ("PolicyPrincipal.cs", "12", "digits of an account"),
        ("PolicyStatement.cs", "12", "digits of an account"),
        ("Quantity.cs", "1000 1024 9", "units of amounts, and a digit"),
        ("RestoreTests.cs", "6", "parts of a name"),
        ("ScalingReading.cs", "100", "percent"),
        ("ScheduleDefinition.cs", "3 5", "fields of an expression, letters of a prefix"),
        ("ScheduleExpression.cs", "10_000 24 3 60", "the calendar, and how far it is looked ahead"),
        ("SearchDomainHasDedicatedMasters.cs", "3", "the least that have a majority without one"),
        ("SecurityGroupsAllowTraffic.cs", "1433 1521 27017 3306 443 5432 8182 9142", "ports"),
        ("StandardCron.cs", "12 23 3 31 4 5 59 6", "the calendar, and the fields of an expression"),
        ("StandbyIsLikePrimary.cs", "3", "names that are shown"),
        ("StoreReader.cs", "0.001 100_000_000 60", "bounds of what somebody may write"),
        ("StoreSpansZones.cs", "3", "the least that have a majority without one"),
        ("TargetGroupChecksHealth.cs", "65535", "ports"),
        ("VolumeClaim.cs", "1e9", "units of bytes"),
        ("VolumeSnapshots.cs", "30 365 7", "days of the calendar"),
    ];

    // What the platform declares is a decision, which its comment or an ADR explains.
    private static IEnumerable<(string File, string Numbers, string Why)> Program() =>
    [
        ("AddressRange.cs", "32", "bits of an address"),
        ("BackupSchedule.cs", "12 24 365 4 400 7", "hours and days of the schedules, kept by their names"),
        ("CodeArchive.cs", "16 1980 3 5", "the format of a file"),
        ("DashboardBody.cs", "24 300 6", "how it is drawn"),
        ("Detectors.cs", "15 30 4", "how long a detector waits: ADR 4"),
        ("EndpointCanary.cs", "100 30", "percent, and a time-out of ours"),
        ("EventStream.cs", "3 6 90 9098", "zones, time-outs and how long logs are kept, all ours; a port"),
        ("FailoverPlan.cs", "60", "how long people may look first"),
        ("GlobalDatabase.cs", "3 40 5432 90", "a time-out, the length of a password and how long logs are kept, all ours; a port"),
        ("KeyspaceAddress.cs", "9142", "a port"),
        ("KubernetesLabels.cs", "63", "characters of a label, with their source"),
        ("LagWatch.cs", "4 5", "the share of the RPO that an alarm may take"),
        ("LeaseTimes.cs", "6", "shares of a permission"),
        ("MonotonicClock.cs", "7", "the number of a clock of Linux"),
        ("NameRule.cs", "26 6", "letters of a hash"),
        ("NetworkReader.cs", "16 22 3 64 65", "ranges of addresses, and zones"),
        ("NodePoolSpec.cs", "5", "a generation of instances"),
        ("OffsiteCopy.cs", "90", "how long a log is kept"),
        ("OffsiteReader.cs", "3 443 65535", "a part of an ARN, and ports"),
        ("OffsiteStore.cs", "3", "a part of an ARN"),
        ("OperationsBucket.cs", "30 400 7", "how long records are kept"),
        ("PlanStep.cs", "100", "percent"),
        ("PlanTimeouts.cs", "3 5 60", "shares of the RTO"),
        ("CronText.cs", "12 23 31 59 6", "the calendar"),
        ("FollowerPodSpec.cs", "10 3 5 6", "how often pods are asked, and how long they take to end"),
        ("HadoopMachine.cs", "12 3 30 5", "how long a run may take, how often a call is repeated, and how long a cluster may be idle: decisions of ours"),
        ("HadoopPipeline.cs", "8443 90 9443", "ports of EMR with their source, and how long a log is kept"),
        ("LeaseAlarms.cs", "3", "minutes without a renewal, which a switch does not take"),
        ("GatedPod.cs", "10 5", "how often pods are asked, and how long they take to end: less than a lease stands still"),
        ("PipelinePods.cs", "600", "how late a run may begin"),
        ("FlinkPipeline.cs", "1000.0 365", "thousandths, and a year"),
        ("JobOperators.cs", "5 9999", "how many versions of a release are kept, and the number of a user"),
        ("PipelineReader.cs", "0.001 100_000 1024 300 45 5", "bounds of what somebody may write"),
        ("SavepointAlarms.cs", "3", "minutes that make sure"),
        ("SchedulerCron.cs", "5", "the fields of cron"),
        ("SparkPipeline.cs", "0.1 1000 3 384 60", "what Spark takes beside its heap, thousandths, and how often a run is tried again"),
        ("PodAmountReader.cs", "100 1000 1024 128 2048 524_288 64_000", "bounds of what somebody may write, defaults of ours, and units"),
        ("PodResources.cs", "100 1024 128 250 256 50", "what a follower, an operator, a gate and a watch ask for"),
        ("RestrictedPod.cs", "10_001", "the number of a user"),
        ("PlatformSettingsReader.cs", "1000", "a bound of what somebody may write"),
        ("RecoveryEvents.cs", "400", "how long records are kept"),
        ("RegionalBucket.cs", "7", "days that half an upload is kept"),
        ("RegionalCluster.cs", "365 4", "how long logs are kept; the part of an ARN that is the account"),
        ("RegionalQueue.cs", "5", "how often consumers try a message: a decision of ours"),
        ("RegionalNetwork.cs", "3 365 4 443 6", "ranges of addresses, how long logs are kept, and a port"),
        ("RestoreTestFrequency.cs", "31 7", "days of its name"),
        ("RestoreTesting.cs", "8", "hours that a test may wait and stand"),
        ("Retention.cs", "7", "the least that a tier keeps"),
        ("ServingEndpoint.cs", "10 5 60", "how often targets are asked, and how long they drain"),
        ("ServingPodSpec.cs", "15 3 5 6", "how often pods are asked, and how long they go on for their clients"),
        ("ServingPods.cs", "300 50", "how soon pods are ended, and how busy they may be: a lost zone takes a third"),
        ("ServingReader.cs", "10 100 3 30 300 65535 8443", "bounds of what somebody may write, and a default of ours"),
        ("ServingReplicas.cs", "100 100.0 25 3 99", "percent, what an update makes beside the rest, and zones"),
        ("StackPairs.cs", "3 90", "characters that are shown"),
        ("StreamStorage.cs", "100 4", "percent; how much room a volume has beside what it keeps: a decision of ours"),
        ("StoreAlarms.cs", "300 5", "how long a silence may last"),
        ("TierReader.cs", "24 36500", "a default of ours; longer is a slip of the pen"),
        ("UnreachableDetection.cs", "3", "failures that make a fault"),
        ("WatchCommand.cs", "100", "how often a watch looks for processes: a decision of ours"),
        ("WorkloadPriority.cs", "1_000_000", "a priority below those of Kubernetes itself"),
        ("WorkloadTraffic.cs", "443 53 5432 80 8081", "ports"),
    ];

    private static IEnumerable<string> Files(params IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.StartsWith("recovery/Settings/Kit/", StringComparison.Ordinal)
            && !NotRead.Contains(Path.GetFileName(path)));

    private static IEnumerable<string> Typed(string file) => Numbers(file).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } numbers
        ? [$"{Path.GetFileName(file)}: {string.Join(' ', numbers)}"]
        : [];

    // Counts up to two are no figures, nor are the values of an enumeration.
    private static IEnumerable<string> Numbers(string file) => Number()
        .Matches(Code(NoCode().Replace(Repository.Read(file), "\"\"")))
        .Select(match => match.Value)
        .Where(text =>
            double.Parse(string.Concat(text.Split('_')), CultureInfo.InvariantCulture) is not (>= 0.5 and <= 2 or 0));

    private static string Code(string text) => text.Contains(" enum ", StringComparison.Ordinal) ? Member().Replace(text, "") : text;

    [GeneratedRegex(""""
        """[\s\S]*?"""|"(\\.|[^"\\\n])*"|//[^\n]*
        """", RegexOptions.CultureInvariant)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"^\s*\w+ = \d+,", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(\.\d+)?(e-?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
