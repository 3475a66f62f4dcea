using System.Globalization;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Aws.Route53;

/// <summary>Whether the health check of a failover record watches what the record leads to: the right host, Region and port.</summary>
internal static class HealthCheckTarget
{
    /// <summary>Why the check says nothing of the record's own endpoint; null where it does, or probes no endpoint.</summary>
    public static Reason? Fault(Estate estate, FailoverPair pair, Node member, Node check)
    {
        var host = check["fqdn"].IsAbsent ? check["ipAddress"] : check["fqdn"];
        if (host.IsUnknown)
        {
            return Reason.Unknown(check, host.Path);
        }

        return host.Text is not { } named ? null : Host(estate, pair, member, check, host, DnsName.Normal(named)) ?? Port(estate, member, check);
    }

    private static Reason? Host(Estate estate, FailoverPair pair, Node member, Node check, Prop property, string host)
    {
        string[] targets = [.. new DnsRecord(member).Targets];
        if (targets.Contains(host, StringComparer.Ordinal))
        {
            return null;
        }

        // The name itself answers from whichever member is healthy: such a check never fails over.
        var fault = new Reason($"its health check probes {host}, but it leads to {string.Join(", ", targets)}", member, "healthCheckId");
        var others = pair.Members.Where(other => other != member).SelectMany(other => new DnsRecord(other).Targets);
        if (host == pair.Name || others.Contains(host, StringComparer.Ordinal))
        {
            return fault;
        }

        // Another name of the same servers will do, a name of other servers will not.
        var (own, watched) = (ServedRegion.LoadBalancers(estate, member),
            DnsName.Records(estate, host).SelectMany(record => ServedRegion.LoadBalancers(estate, record)).ToArray());
        if (own.Count > 0 && watched.Length > 0 && !own.Intersect(watched).Any())
        {
            return fault;
        }

        string?[] probed = [.. Regions(estate, host).Distinct(StringComparer.Ordinal)];
        return probed is [] && !EstateScope.IsWhole(estate) || probed.Contains(null) ? Reason.Unknown(check, property.Path)
            : ServedRegion.Of(estate, member) is not { } region ? probed is [] ? fault : Reason.Unknown(member, new DnsRecord(member).TargetProperty)
            : probed.Contains(region, StringComparer.Ordinal) ? null
            : fault;
    }

    private static IEnumerable<string?> Regions(Estate estate, string host)
    {
        Node[] records = [.. DnsName.Records(estate, host)];
        return records.Length > 0 ? records.Select(record => ServedRegion.Of(estate, record))
            : ServedRegion.NamedIn(estate, host) is { } region ? [region]
            : [];
    }

    private static Reason? Port(Estate estate, Node member, Node check)
    {
        var open = ListenerPorts.Of(estate, member).ToHashSet();
        return open.Count > 0 && check["port"].Number is { } port && !open.Contains(port)
            ? new Reason(
                string.Create(CultureInfo.InvariantCulture, $"it probes port {port}, but the endpoint listens on {string.Join(", ", open.Order())}"), check,
                    "port")
            : null;
    }
}
