using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecs;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EcsServiceRunsTwoTasks : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var scaled = context.Estate.OfType(ApplicationAutoScalingTypes.Target).Where(target => target["serviceNamespace"].Text == "ecs")
            .SelectMany(target =>
                ReferenceResolver.Declared(target, "resourceId", EcsTypes.Service).Select(service => service.Urn).Append(NameIn(target["resourceId"].Text)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var service in context.Estate.OfType(EcsTypes.Service).Where(service => service["schedulingStrategy"].Text != "DAEMON"))
        {
            if (!scaled.Contains(service.Urn) && !(service["name"].Text is { } name && scaled.Contains(name)))
            {
                var verdict = NumberVerdict.AtLeast(service["desiredCount"], context.Parameters["minimumTasks"], 0, "desiredCount", "");
                if (verdict != Verdict.Compliant && !service.Resource.IgnoreChanges.Contains("desiredCount"))
                {
                    yield return new Finding(service, verdict);
                }
            }

            var list = service["networkConfiguration"]["subnets"];
            var subnets = context.Estate.References.FollowAll(service, list, Ec2Types.Subnet);
            var zones = subnets.Select(subnet =>
                subnet.Target?["availabilityZone"].Text ?? subnet.Target?["availabilityZoneId"].Text ?? subnet.Target?.Urn ?? subnet.Text)
                .OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (list.IsStated() && zones < 2)
            {
                yield return subnets.Any(subnet => subnet.IsUnknown)
                    ? Finding.Unknown(service, list.Path)
                    : Finding.Violation(service, $"its tasks are in {zones} zone, two needed", list.Path);
            }

            var breaker = service["deploymentCircuitBreaker"];
            if ((service["deploymentController"]["type"].Text ?? "ECS") == "ECS" && !breaker.IsUnknown
                && (breaker["enable"].Flag != true || breaker["rollback"].Flag != true))
            {
                yield return Finding.Violation(
                    service, "a failed deployment is not rolled back: deploymentCircuitBreaker is off", "deploymentCircuitBreaker");
            }
        }
    }

    // service/{cluster}/{name}
    private static string NameIn(string? resourceId) => resourceId is null ? "" : resourceId[(resourceId.LastIndexOf('/') + 1)..];
}
