using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Drctl.Emulation;

internal static class AlarmResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(CloudWatchTypes.MetricAlarm, CreateMetricAlarm),
        new(CloudWatchTypes.CompositeAlarm, CreateCompositeAlarm),
        // Dashboards are kept once for all Regions of the account, as their ARN shows.
        new(CloudWatchTypes.Dashboard, CreateDashboard, IdentityScope.Account),
    ];

    private static EmulatedResource CreateMetricAlarm(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        RequireFreeName(request, "name", name, CloudWatchTypes.CompositeAlarm);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", AlarmArn(request, name))
            .Default("actionsEnabled", true)
            .Default("treatMissingData", "missing")
            .EmptyTexts("evaluateLowSampleCountPercentiles")
            .EmptyLists("alarmActions", "insufficientDataActions", "okActions", "metricQueries")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateCompositeAlarm(EmulationRequest request)
    {
        var name = request.Text("alarmName");
        RequireFreeName(request, "alarmName", name, CloudWatchTypes.MetricAlarm);
        return EmulatedOutputs.InRegion(request)
            .Set("arn", name is null ? null : AlarmArn(request, name))
            .Default("actionsEnabled", true)
            .EmptyLists("alarmActions", "insufficientDataActions", "okActions")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateDashboard(EmulationRequest request)
    {
        var name = request.Text("dashboardName");
        return EmulatedOutputs.InRegion(request)
            .Set("dashboardArn", name is null ? null : request.GlobalArn("cloudwatch", $"dashboard/{name}"))
            .WithId(name);
    }

    private static string AlarmArn(EmulationRequest request, string name) => request.Arn("cloudwatch", $"alarm:{name}");

    /// <summary>CloudWatch API, PutCompositeAlarm: an alarm's name is unique in its Region, of whichever kind the alarm is.</summary>
    private static void RequireFreeName(EmulationRequest request, string property, string? name, string otherKind)
    {
        if (request.Find(otherKind, name) is not null)
        {
            throw request.Refuse(property, name, $"there is an alarm of type {otherKind} with this name in {request.Region}.");
        }
    }
}
