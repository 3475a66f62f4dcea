using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Aws.DataSync;

/// <summary>Who learns that a task fails, and that it does not run at all. A task that fails again and again may lose its schedule, in silence.</summary>
internal static class SyncWatch
{
    private const string Source = "aws.datasync";
    private const string State = "State";

    /// <summary>Whether an event rule passes failed runs on; null where only the deployment will tell.</summary>
    public static bool? FailuresAreHeard(Estate estate, SyncTask task) => AnyOf(
        estate.OfType(CloudWatchTypes.EventRule).Select(rule => Hears(estate, rule, task, "ERROR") is not false and var heard
            && estate.UsersOf(rule, CloudWatchTypes.EventTarget, "rule").Count > 0 ? heard : false));

    /// <summary>Whether an alarm rings when no run succeeds; null where only the deployment will tell.</summary>
    public static bool? SilenceIsHeard(Estate estate, SyncTask task) =>
        AnyOf(estate.OfType(CloudWatchTypes.MetricAlarm).Where(alarm => alarm.Region == task.Node.Region).Select(alarm => RingsWithout(estate, alarm, task)));

    private static bool? RingsWithout(Estate estate, Node alarm, SyncTask task)
    {
        var view = new MetricAlarm(alarm);
        if (!view.RingsBelow || !view.RingsOnSilence || !view.CanRing || AlarmListeners.In(estate).Deaf(alarm, lost: null) is not null)
        {
            return false;
        }

        if (view.Namespace == "AWS/DataSync")
        {
            return view.Watched.Contains(task.Node) || view.Dimensions.Any(name => task.Node.Resource.Id?.EndsWith(name, StringComparison.Ordinal) == true);
        }

        return view is { Namespace: "AWS/Events", Metric: "TriggeredRules" }
            && estate.References.Follow(alarm, view.Dimension("RuleName"), CloudWatchTypes.EventRule).Target is { } rule
            ? Hears(estate, rule, task, "SUCCESS") : false;
    }

    private static bool? Hears(Estate estate, Node rule, SyncTask task, string state)
    {
        if (rule.Region != task.Node.Region || rule["state"].Text == "DISABLED" || rule["isEnabled"].Flag == false)
        {
            return false;
        }

        // Before the first deployment the pattern, or the task's ARN, is not known, but of which task the pattern is made.
        var property = rule["eventPattern"];
        return property.IsUnknown ? IsMadeOf(rule, task)
            : EventPatterns.Takes(rule, Source, State, state) != true || EventPatterns.NeverMatches(rule) is not null ? false
            : JsonDocumentText.Parse(property.Text!, property.Path)!.Value["resources"] is { IsAbsent: false } resources ? Names(rule, resources, task) : true;
    }

    // Of an event the resource is the run: the ARN of its task, and more.
    private static bool? Names(Node rule, Prop resources, SyncTask task) => task.Node.Output("arn").Text is not { } arn ? IsMadeOf(rule, task)
        : resources.Items.SelectMany(item => item.Members.Select(member => member.Value.Text).Append(item.Text)).OfType<string>()
            .Any(text => text.StartsWith(arn, StringComparison.Ordinal)
                || (text.TrimEnd('*') is var prefix && prefix.Length > 0 && arn.StartsWith(prefix.TrimEnd('/'), StringComparison.Ordinal)));

    private static bool? IsMadeOf(Node rule, SyncTask task) =>
        ReferenceResolver.Declared(rule, "eventPattern", DataSyncTypes.Task).Contains(task.Node) ? true : null;

    private static bool? AnyOf(IEnumerable<bool?> heard) => heard.ToArray() is var all && all.Contains(true) ? true : all.Contains(null) ? null : false;
}
