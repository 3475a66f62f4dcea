using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Security;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// What the primary's stack declares in the third Region: canaries that ask both Regions of the pair, their alarms, and what these need there.
/// A trigger believes in the loss of a Region when this Region and the one that takes over both see it. They are declared before anything is
/// armed, so that their metrics have a history.
/// </summary>
internal static class WitnessRegion
{
    public static void Declare(PlatformSettings settings)
    {
        var workloads = settings.Workloads.Where(Detectors.HasWitness).ToList();
        if (workloads.Count == 0 || RegionContext.OfWitness(settings) is not { } region)
        {
            return;
        }

        var keys = new RegionalKeys($"keys-{region.Region}", new RegionalKeysArgs(
            region, [new KeyArgs(region.Shared, KeyParts.Alerts) { AlsoUsedBy = [KeyUsers.Alarms(region.AccountId)] }]));
        var alerts = new AlertTopic($"alerts-{region.Region}", new AlertTopicArgs(
            region, settings.AlertEmails, keys.Arn(region.Shared, KeyParts.Alerts)) { OfAlarmsOnly = true });
        var bucket = new OperationsBucket($"operations-{region.Region}", new OperationsBucketArgs(region));
        foreach (var workload in workloads)
        {
            foreach (var probe in EndpointProbe.OfWitness(region.Identity, workload))
            {
                _ = new EndpointCanary($"{workload.Name}-{probe.Part}-{region.Region}", new EndpointCanaryArgs(
                    region, workload, probe, settings.Versions.CanaryRuntime, bucket, alerts.TopicArn));
            }
        }
    }
}
