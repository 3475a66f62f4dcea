namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>The alarms of the graph that a composite alarm listens to.</summary>
internal static class CompositeChildren
{
    public static IReadOnlyList<Node> Of(Estate estate, Node composite)
    {
        var rule = composite["alarmRule"];
        if (rule.IsUnknown)
        {
            return ReferenceResolver.Declared(composite, "alarmRule", [.. TypeGroups.Alarms]);
        }

        return AlarmRuleParser.Parse(rule.Text ?? "") is { } expression
            ? [.. expression.Names.Distinct(StringComparer.Ordinal).Select(name => Find(estate, composite, name)).OfType<Node>()]
            : [];
    }

    /// <summary>
    /// Why a composite may say nothing of one of its alarms: it acts on the change to ALARM alone, so while another alarm holds it there a
    /// later fault passes in silence. Null where no other alarm alone does.
    /// </summary>
    public static Reason? Hides(Estate estate, Node composite, Node alarm) =>
        AlarmRuleParser.Parse(composite["alarmRule"].Text ?? "") is { } rule
        && rule.Names.Where(rule.RingsFor).Select(name => Find(estate, composite, name))
            .FirstOrDefault(other => other is not null && other != alarm) is { } holder
            ? new Reason($"{composite.Name} does not act on the alarm {alarm.Name} while {holder.Name} keeps it in ALARM", composite, "alarmRule")
            : null;

    /// <summary>The alarm of a name or ARN in the composite's Region; null where there is none.</summary>
    public static Node? Find(Estate estate, Node composite, string name) =>
        StatedName.Find(estate, composite, name, TypeGroups.Alarms) is { } found && (found.Region == composite.Region || found.Region is null)
            ? found
            : null;
}
