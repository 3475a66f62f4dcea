using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CompositeAlarmRuleIsSound : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.CompositeAlarm)
            .SelectMany(composite => Judge(context.Estate, composite).Select(verdict => new Finding(composite, verdict)));

    private static IEnumerable<Verdict> Judge(Estate estate, Node composite)
    {
        var rule = composite["alarmRule"];
        if (rule.IsUnknown)
        {
            return CompositeChildren.Of(estate, composite).Count > 0 ? [] : [Verdict.Unknown(rule.Path)];
        }

        if (AlarmRuleParser.Parse(rule.Text ?? "") is not { } expression)
        {
            return [Verdict.Violation($"the rule is {(rule.IsAbsent ? "not stated" : "not valid")}", rule.Path)];
        }

        return expression.Names.Distinct(StringComparer.Ordinal)
            .Where(name => CompositeChildren.Find(estate, composite, name) is null)
            .Select(name => Missing(estate, composite, name, rule.Path));
    }

    private static Verdict Missing(Estate estate, Node composite, string name, string path)
    {
        if (estate.References.Named(composite, name, [.. TypeGroups.Alarms])?.Region is { } region)
        {
            return Verdict.Violation($"the alarm {name} is in {region}, the composite in {composite.Region}", path);
        }

        // An alarm named after what only the deployment tells may be this one.
        var unnamed = estate.OfTypes(TypeGroups.Alarms)
            .Any(alarm => alarm["name"].Text is null && alarm["alarmName"].Text is null && alarm.Resource.Id is null);
        return EstateScope.IsWhole(estate) && !unnamed ? Verdict.Violation($"there is no alarm {name}", path) : Verdict.Unknown(path);
    }
}
