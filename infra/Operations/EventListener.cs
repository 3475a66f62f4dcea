using DrInfra.Infra.Conventions;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="EventListener"/> needs.</summary>
/// <param name="Region">The Region that listens.</param>
/// <param name="Events">The rules, each with whom it belongs to and the ARN that its events go to.</param>
/// <param name="Permission">What lets EventBridge write there.</param>
public sealed record EventListenerArgs(
    RegionContext Region, IReadOnlyList<(EventSpec Rule, Belonging Belonging, Output<string> TargetArn)> Events, Resource Permission);

/// <summary>Event rules of one Region that belong together, each with its target.</summary>
[Practices("I3")]
public sealed class EventListener : ComponentResource
{
    /// <summary>Declares the rules.</summary>
    public EventListener(string name, EventListenerArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:EventListener", name, options)
    {
        var region = args.Region;
        foreach (var (spec, belonging, target) in args.Events)
        {
            string Logical(string part) => $"{spec.Workload}-{spec.Part}-{part}-{region.Region}";
            var rule = new Aws.CloudWatch.EventRule(Logical("event"), new Aws.CloudWatch.EventRuleArgs
            {
                Name = region.Names.EventRule(spec.Workload, spec.Part, region.Region),
                Description = spec.Description,
                EventPattern = spec.Pattern,
                Tags = region.Tags(belonging),
            }, region.Child(this));

            // Without a role: one would keep EventBridge from an encrypted topic, and both kinds of target let it in by their own policy.
            _ = new Aws.CloudWatch.EventTarget(Logical("target"), new Aws.CloudWatch.EventTargetArgs
            {
                Rule = rule.Name,
                TargetId = spec.TellsPeople ? "alerts" : "backups",
                Arn = target,
            }, region.Child(this, args.Permission));
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
