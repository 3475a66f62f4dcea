using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class DashboardShowsWhatExists : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(CloudWatchTypes.Dashboard)
            .SelectMany(dashboard => Judge(context.Estate, dashboard).Select(verdict => new Finding(dashboard, verdict)));

    private static IEnumerable<Verdict> Judge(Estate estate, Node dashboard)
    {
        var body = dashboard["dashboardBody"];
        if (body.IsUnknown)
        {
            yield return Verdict.Unknown(body.Path);
            yield break;
        }

        if (JsonDocumentText.Parse(body.Text ?? "", body.Path) is not { } document || document["widgets"].Items.Count == 0)
        {
            yield return Verdict.Violation("dashboardBody is not a dashboard with widgets", body.Path);
            yield break;
        }

        foreach (var arn in document["widgets"].Items.SelectMany(widget => widget["properties"]["alarms"].Items).Select(alarm => alarm.Text).OfType<string>())
        {
            var reference = StatedName.Find(estate, dashboard, arn, TypeGroups.Alarms);
            if (reference is null && EstateScope.IsWhole(estate))
            {
                yield return Verdict.Violation($"it shows {arn}, which is in none of the stacks", body.Path);
            }
        }
    }
}
