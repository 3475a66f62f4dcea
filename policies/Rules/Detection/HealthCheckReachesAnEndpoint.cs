using System.Globalization;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckReachesAnEndpoint : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from check in context.Estate.OfType(Route53Types.HealthCheck)
        from verdict in Judge(context.Estate, check)
        select new Finding(check, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node check)
    {
        var type = check["type"];
        if (!type.IsUnknown && !HealthCheckTypes.IsKnown(type.Text ?? ""))
        {
            yield return Verdict.Violation($"Route 53 does not support the health check type {type}", type.Path);
        }

        if (!HealthCheckTypes.IsOnEndpoint(check))
        {
            yield break;
        }

        var host = check["fqdn"];
        if (host.IsAbsent && check["ipAddress"].IsAbsent)
        {
            yield return Verdict.Violation("it states neither fqdn nor ipAddress", host.Path);
        }

        var port = check["port"];
        if (type.Text == "TCP" && port.IsAbsent)
        {
            yield return Verdict.Violation("a TCP health check needs a port", port.Path);
        }

        if (type.Text is { } kind && kind.StartsWith("HTTPS", StringComparison.Ordinal) && check["enableSni"].Flag == false)
        {
            yield return Verdict.Violation("an HTTPS health check without SNI fails on a host with several certificates", "enableSni");
        }

        if (host.Text is not { } name)
        {
            yield break;
        }

        Node[] records = [.. DnsName.Records(estate, name)];
        if (records.Length == 0 && IsOwn(estate, name))
        {
            yield return EstateScope.IsWhole(estate) ? Verdict.Violation($"no record has the name {name}", host.Path) : Verdict.Unknown(host.Path);
        }

        var open = records.SelectMany(record => ListenerPorts.Of(estate, record)).ToHashSet();
        if (open.Count > 0 && port.Number is { } number && !open.Contains(number))
        {
            yield return Verdict.Violation(
                $"it probes port {number}, but the endpoint listens on "
                    + $"{string.Join(", ", open.Order().Select(each => each.ToString(CultureInfo.InvariantCulture)))}",
                port.Path);
        }
    }

    // A host under a domain in which the program has names; the rest of the world is not in the graph.
    private static bool IsOwn(Estate estate, string host) =>
        estate.OfType(Route53Types.Record).Select(DnsName.Of).OfType<string>()
            .Select(name => name.Split('.'))
            .Any(labels => labels.Length > 2 && DnsName.Normal(host).EndsWith("." + string.Join('.', labels[^2..]), StringComparison.Ordinal));
}
