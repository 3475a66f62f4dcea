using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="RecoveryEvents"/> needs.</summary>
/// <param name="Region">The Region that listens; the home Region of the stack.</param>
/// <param name="Workloads">Whose copies are listened to.</param>
/// <param name="TopicArn">The Region's topic, computed.</param>
/// <param name="LogKeyArn">The key of the Region's logs.</param>
public sealed record RecoveryEventsArgs(RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, string TopicArn, Output<string> LogKeyArn);

/// <summary>
/// The event rules of one Region. What is wrong goes to its topic; each copy of a backup goes to a log, which is the record of all backups,
/// and an alarm of <see cref="RecoveryAlarms"/> counts what matched.
/// </summary>
[Practices("I3", "B4", "I4")]
public sealed class RecoveryEvents : ComponentResource
{
    /// <summary>Days for which the record of backups is kept: as long as reports are.</summary>
    public const int KeptDays = 400;

    /// <summary>Declares rules, targets and the log.</summary>
    public RecoveryEvents(string name, RecoveryEventsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:RecoveryEvents", name, options)
    {
        var region = args.Region;
        var log = new Aws.CloudWatch.LogGroup($"shared-backups-log-{region.Region}", new Aws.CloudWatch.LogGroupArgs
        {
            Name = region.Names.BackupLogGroup(region.Region),
            RetentionInDays = KeptDays,
            KmsKeyId = args.LogKeyArn,
            Tags = region.Tags(region.Shared),
        }, region.Child(this));

        var permission = new Aws.CloudWatch.LogResourcePolicy($"shared-backups-log-policy-{region.Region}", new Aws.CloudWatch.LogResourcePolicyArgs
        {
            PolicyName = region.Names.EventRule("shared", "backups-log", region.Region),
            PolicyDocument = EventLogPolicy.Of(Arns.LogGroup(region.Region, region.AccountId, region.Names.BackupLogGroup(region.Region))),
        }, region.Child(this));

        // A store that this Region alone holds has rules here alone, so each store's are a component.
        var belongings = args.Workloads.Select(Belonging.To).Append(region.Shared).ToDictionary(belonging => belonging.Workload);
        var rules = EventRules.For(region.Identity, args.Workloads, region.Region);
        foreach (var group in rules.GroupBy(spec => spec.TellsPeople ? "shared-events" : $"{spec.Workload}-{spec.Part}"))
        {
            _ = new EventListener(
                $"{group.Key}-{region.Region}",
                new EventListenerArgs(
                    region,
                    [.. group.Select(spec => (spec, belongings[spec.Workload], spec.TellsPeople ? Output.Create(args.TopicArn) : log.Arn))],
                    permission),
                new ComponentResourceOptions { Parent = this });
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
