using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Streams;

public sealed class EventEndpointCopiesEvents() : ResourceRule(CloudWatchTypes.EventEndpoint)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var state = node["replicationConfig"]["state"];
        yield return state.IsUnknown ? Verdict.Unknown(state.Path)
            : state.Text is null or "ENABLED" ? Verdict.Compliant
            : Verdict.Violation("events are not replicated: replicationConfig.state is DISABLED", state.Path);
        if (state.Text is null or "ENABLED" && !node["roleArn"].IsStated())
        {
            yield return Verdict.Violation("replication needs a role, none is set", "roleArn");
        }

        if (node["eventBuses"].Items.Count < 2)
        {
            yield return Verdict.Violation("it names one event bus, one in each of two Regions needed", "eventBuses");
        }

        var buses = node["eventBuses"].Items.Select(bus => bus["eventBusArn"].Text).ToArray();
        if (buses.Length > 1 && Array.TrueForAll(buses, bus => Arn.TryParse(bus, out _)))
        {
            var named = buses.Select(bus => Arn.TryParse(bus, out var arn) ? (arn.Region, arn.Name, arn.Account) : default).ToArray();
            if (named.DistinctBy(bus => bus.Region).Count() < 2)
            {
                yield return Verdict.Violation($"its event buses are all in {named[0].Region}", "eventBuses");
            }
            else if (named.DistinctBy(bus => (bus.Name, bus.Account)).Count() > 1)
            {
                yield return Verdict.Violation("its event buses have to have one name, in one account", "eventBuses");
            }
        }

        var failover = node["routingConfig"]["failoverConfig"];
        if (!failover["primary"]["healthCheck"].IsStated() || !failover["secondary"]["route"].IsStated())
        {
            yield return Verdict.Violation("it names no health check or no secondary Region", "routingConfig");
        }
        else if (failover["secondary"]["route"].Text is { } second && second == node.Region)
        {
            yield return Verdict.Violation($"its secondary Region is {second}, its own Region", "routingConfig.failoverConfig.secondary.route");
        }
    }
}
