using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Network;

public sealed class ListenerHasTargets : StackRule
{
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";

    public override string Description => "A listener forwards to a target group that servers register with.";

    public override string Why => "A load balancer without targets answers nobody, and the health checks of the standby fail when it is needed.";

    public override string Fix => "Name the target group in the listener, and in the group of servers that is to serve.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F2"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var listener in estate.OfType("aws:lb/listener:Listener"))
        {
            foreach (var property in listener["defaultActions"].Items.Where(action => action["type"].Text == "forward").SelectMany(TargetsOf))
            {
                var target = estate.References.Follow(listener, property, TargetGroup);
                if (target.IsUnknown)
                {
                    yield return Finding.Unknown(listener, property.Path);
                }
                else if (target.IsAbsent)
                {
                    yield return Finding.Violation(listener, "forwards to no target group", property.Path);
                }
            }

            if (listener["defaultActions"].Items.Count == 0 && !listener["defaultActions"].IsUnknown)
            {
                yield return Finding.Violation(listener, "does nothing with what it hears", "defaultActions");
            }
        }

        foreach (var balancer in estate.OfType("aws:lb/loadBalancer:LoadBalancer").Where(node => estate.UsersOf(node, "aws:lb/listener:Listener", "loadBalancerArn").Count == 0))
        {
            yield return Finding.Violation(balancer, "has no listener");
        }

        foreach (var group in estate.OfType(TargetGroup).Where(group => !HasTargets(estate, group)))
        {
            yield return Finding.Violation(group, "has no targets");
        }
    }

    private static IEnumerable<Prop> TargetsOf(Prop action) => action["forward"].IsAbsent
        ? [action["targetGroupArn"]]
        : action["forward"]["targetGroups"].Items.Select(target => target["arn"]);

    // Services of ECS and controllers of Kubernetes register addresses by themselves.
    private static bool HasTargets(Estate estate, Node group) => group["targetType"].Text is "ip" or "lambda" or "alb"
        || estate.UsersOf(group, "aws:autoscaling/group:Group", "targetGroupArns").Count > 0
        || estate.UsersOf(group, "aws:autoscaling/group:Group", "trafficSources").Count > 0
        || estate.UsersOf(group, "aws:autoscaling/attachment:Attachment", "lbTargetGroupArn").Count > 0
        || estate.UsersOf(group, "aws:lb/targetGroupAttachment:TargetGroupAttachment", "targetGroupArn").Count > 0
        || estate.OfType("aws:ecs/service:Service").Any();
}
