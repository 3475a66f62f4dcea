using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Rules.Network;

public sealed class ListenerHasTargets : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var listener in estate.OfType(LoadBalancingTypes.Listener))
        {
            foreach (var property in listener["defaultActions"].Items.Where(action => action["type"].Text == "forward").SelectMany(TargetsOf))
            {
                var target = estate.References.Follow(listener, property, LoadBalancingTypes.TargetGroup);
                if (target.IsUnknown)
                {
                    yield return Finding.Unknown(listener, property.Path);
                }
                else if (target.IsAbsent)
                {
                    yield return Finding.Violation(listener, "it forwards to no target group", property.Path);
                }
            }

            if (listener["defaultActions"].Items.Count == 0 && !listener["defaultActions"].IsUnknown)
            {
                yield return Finding.Violation(listener, "it has no action", "defaultActions");
            }
        }

        foreach (var balancer in estate.OfType(LoadBalancingTypes.LoadBalancer)
            .Where(node => estate.UsersOf(node, LoadBalancingTypes.Listener, "loadBalancerArn").Count == 0))
        {
            yield return Finding.Violation(balancer, "it has no listener");
        }

        foreach (var group in estate.OfType(LoadBalancingTypes.TargetGroup).Where(group => !HasTargets(estate, group)))
        {
            yield return Finding.Violation(group, "it has no targets");
        }
    }

    private static IEnumerable<Prop> TargetsOf(Prop action) => action["forward"].IsAbsent
        ? [action["targetGroupArn"]]
        : action["forward"]["targetGroups"].Items.Select(target => target["arn"]);

    // Services of ECS and controllers of Kubernetes register addresses by themselves.
    private static bool HasTargets(Estate estate, Node group) => group["targetType"].Text is "ip" or "lambda" or "alb"
        || estate.UsersOf(group, AutoScalingTypes.Group, "targetGroupArns").Count > 0
        || estate.UsersOf(group, AutoScalingTypes.Group, "trafficSources").Count > 0
        || estate.UsersOf(group, AutoScalingTypes.Attachment, "lbTargetGroupArn").Count > 0
        || estate.UsersOf(group, LoadBalancingTypes.TargetGroupAttachment, "targetGroupArn").Count > 0
        || estate.OfType(EcsTypes.Service).Any();
}
