using System.Collections.Concurrent;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>
/// Who hears an alarm: a topic with somebody subscribed, a Region-switch plan, a health check, an event rule, or a composite alarm that is
/// heard itself and whose other alarms cannot hide it. An alarm that nobody hears detects nothing.
/// </summary>
internal sealed class AlarmListeners
{
    private readonly Estate _estate;
    private readonly HashSet<Node> _machines;
    private readonly HashSet<Node> _passedOn;
    private readonly ILookup<Node, Node> _composites;
    private readonly ConcurrentDictionary<(Node Alarm, string? Lost, bool ByPeople), Reason?> _known = new();

    private AlarmListeners(Estate estate)
    {
        _estate = estate;
        _passedOn = [.. OfEventRules(estate)];
        _machines =
        [
            .. estate.OfType(RegionSwitchTypes.Plan).SelectMany(plan => OfPlan(estate, plan)),
            .. estate.OfType(Route53Types.HealthCheck).Select(check => HealthCheckAlarm.Follow(estate, check).Target).OfType<Node>(),
            .. _passedOn,
        ];
        _composites = estate.OfType(CloudWatchTypes.CompositeAlarm)
            .SelectMany(composite => CompositeChildren.Of(estate, composite).Select(child => (child, composite)))
            .ToLookup(pair => pair.child, pair => pair.composite);
    }

    public static AlarmListeners In(Estate estate) => estate.Once(static estate => new AlarmListeners(estate));

    /// <summary>Whether an alarm has an action, or anything listens to it, whatever becomes of that.</summary>
    public bool HasAny(Node alarm) => HasAny(alarm, []);

    /// <summary>Why nobody learns of an alarm; null where somebody does, or may.</summary>
    /// <param name="lost">The Region that is lost: its topics tell nobody. Null: none is.</param>
    /// <param name="byPeople">Whether people must learn of it, and not a plan or a health check alone.</param>
    public Reason? Deaf(Node alarm, string? lost, bool byPeople = false) =>
        _known.GetOrAdd((alarm, lost, byPeople), key => Deaf(key.Alarm, key.Lost, key.ByPeople ? _passedOn : _machines, []));

    private bool HasAny(Node alarm, HashSet<Node> seen) => seen.Add(alarm)
        && (_machines.Contains(alarm) || HasAction(alarm) || _composites[alarm].Any(composite => HasAny(composite, seen)));

    private Reason? Deaf(Node alarm, string? lost, HashSet<Node> machines, HashSet<Node> seen)
    {
        var nobody = new Reason($"the alarm {alarm.Name} notifies nobody", alarm, "alarmActions");
        if (!seen.Add(alarm))
        {
            return nobody;
        }

        if (machines.Contains(alarm) || alarm["alarmActions"].IsUnknown)
        {
            return null;
        }

        // What is no topic of these stacks may be anybody's.
        Reason?[] ears = [
            .. _estate.References.FollowAll(alarm, alarm["alarmActions"], SnsTypes.Topic)
                .Select(action => action.Target is { } topic ? Deaf(alarm, topic, lost) : null)
                    .Concat(_composites[alarm].Select(composite =>
                        Deaf(composite, lost, machines, seen) ?? CompositeChildren.Hides(_estate, composite, alarm)))];
        return ears.Length == 0 ? nobody : Array.Exists(ears, reason => reason is null) ? null : ears[0];
    }

    private Reason? Deaf(Node alarm, Node topic, string? lost) =>
        lost is not null && topic.Region == lost ? new Reason($"the alarm {alarm.Name} notifies a topic in {lost}", alarm, "alarmActions")
        : _estate.UsersOf(topic, SnsTypes.TopicSubscription, "topic").Count > 0
            || _estate.OfType(SnsTypes.TopicSubscription).Any(subscription => subscription["topic"].IsUnknown)
            ? null
            : new Reason($"the alarm {alarm.Name} notifies {topic.Name}, which has no subscription", topic);

    // An action that only the deployment will tell is one.
    private static bool HasAction(Node alarm) => alarm["alarmActions"] is var actions && (actions.IsUnknown || actions.Items.Count > 0);

    private static IEnumerable<Node> OfPlan(Estate estate, Node plan)
    {
        var alarms = plan["associatedAlarms"];
        if (alarms.IsUnknown || alarms.Items.Any(alarm => alarm["resourceIdentifier"].IsUnknown))
        {
            foreach (var declared in ReferenceResolver.Declared(plan, "associatedAlarms", [.. TypeGroups.Alarms]))
            {
                yield return declared;
            }
        }

        foreach (var alarm in alarms.Items)
        {
            if (estate.References.Follow(plan, alarm["resourceIdentifier"], TypeGroups.Alarms).Target is { } found)
            {
                yield return found;
            }
        }
    }

    // A rule on changes of state hears the alarms that its pattern names, all of its Region where it names none.
    private static IEnumerable<Node> OfEventRules(Estate estate) =>
        from rule in estate.OfType(CloudWatchTypes.EventRule)
        let pattern = rule["eventPattern"].Text
        where pattern is not null && pattern.Contains("CloudWatch Alarm State Change", StringComparison.Ordinal) && EventPatterns.NeverMatches(rule) is null
        from alarm in estate.OfTypes(TypeGroups.Alarms)
        where alarm.Region == rule.Region
            && (!pattern.Contains("alarmName", StringComparison.Ordinal) && !pattern.Contains("resources", StringComparison.Ordinal)
                || (AlarmName(alarm) is { } name && pattern.Contains(name, StringComparison.Ordinal)))
        select alarm;

    private static string? AlarmName(Node alarm) => alarm["name"].Text ?? alarm["alarmName"].Text;
}
