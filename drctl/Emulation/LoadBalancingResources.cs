using System.Collections.Immutable;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.LoadBalancing;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>Elastic Load Balancing. Hashes come from the physical name, which the service holds unique per Region.</summary>
internal static class LoadBalancingResources
{
    private const string Network = "network";
    private const string Application = "application";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(LoadBalancingTypes.LoadBalancer, CreateLoadBalancer),
        new(LoadBalancingTypes.TargetGroup, CreateTargetGroup),
        new(LoadBalancingTypes.Listener, CreateListener),
    ];

    private static EmulatedResource CreateLoadBalancer(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var type = request.Text("loadBalancerType") ?? Application;
        var hash = StableIds.Hex(16, request.AccountId, request.Region, request.Type, name);
        var suffix = $"{ArnPart(type)}/{name}/{hash}";
        var arn = request.Arn("elasticloadbalancing", $"loadbalancer/{suffix}");
        var mappings = request.Maps("subnetMappings").ToImmutableArray();
        var subnets = mappings.IsEmpty
            ? request.List("subnets")
            : [.. mappings.Select(mapping => mapping.GetValueOrDefault("subnetId")).OfType<object>()];
        var outputs = EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("arnSuffix", suffix)
            .Set("dnsName", DnsName(request, type, name, hash))
            .Set("zoneId", LoadBalancerZones.Of(type, request.Region))
            .Set("vpcId", VpcOf(request, subnets))
            .Default("subnets", subnets.ToImmutableArray())
            .Default("subnetMappings", subnets.Select(object (subnet) => Map(("subnetId", subnet))).ToImmutableArray())
            .Default("loadBalancerType", type)
            .Default("ipAddressType", "ipv4")
            .EmptyLists("securityGroups")
            .Off("internal", "enableDeletionProtection", "enableZonalShift")
            .Tagged();
        return (type switch
        {
            Network => outputs
                .Default("dnsRecordClientRoutingPolicy", "any_availability_zone")
                .Default("enablePrefixForIpv6SourceNat", "off")
                .Default("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic", request.List("securityGroups").Count > 0 ? "on" : string.Empty)
                .Default("secondaryIpsAutoAssignedPerSubnet", 0)
                .Off("enableCrossZoneLoadBalancing"),
            Application => outputs
                .EmptyTexts("enablePrefixForIpv6SourceNat", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
                .Default("secondaryIpsAutoAssignedPerSubnet", 0)
                .Default("idleTimeout", 60)
                .Default("clientKeepAlive", 3600)
                .Default("enableHttp2", true)
                // Application load balancers always balance over zones.
                .Default("enableCrossZoneLoadBalancing", true)
                .Default("desyncMitigationMode", "defensive")
                .Default("xffHeaderProcessingMode", "append")
                .Off("dropInvalidHeaderFields", "preserveHostHeader", "enableWafFailOpen", "enableXffClientPort", "enableTlsVersionAndCipherSuiteHeaders"),
            _ => outputs
                .EmptyTexts("enablePrefixForIpv6SourceNat", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
                .Default("secondaryIpsAutoAssignedPerSubnet", 0)
                .Off("enableCrossZoneLoadBalancing"),
        }).WithId(arn);
    }

    private static EmulatedResource CreateTargetGroup(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var suffix = $"targetgroup/{name}/{StableIds.Hex(16, request.AccountId, request.Region, request.Type, name)}";
        var arn = request.Arn("elasticloadbalancing", suffix);
        var protocol = request.Text("protocol") ?? string.Empty;
        var web = protocol is "HTTP" or "HTTPS";
        var outputs = EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("arnSuffix", suffix)
            // Listeners attach it later, so its state at creation has no load balancer.
            .EmptyLists("loadBalancerArns", "targetFailovers")
            .Set("healthCheck", HealthCheck(request, web))
            .Set("stickiness", Over(
                Map(("enabled", false), ("type", web ? "lb_cookie" : "source_ip"), ("cookieDuration", web ? 86400 : 0), ("cookieName", string.Empty)),
                request.Map("stickiness")))
            .Default("targetGroupHealth", Map(
                ("dnsFailover", Map(("minimumHealthyTargetsCount", "1"), ("minimumHealthyTargetsPercentage", "off"))),
                ("unhealthyStateRouting", Map(("minimumHealthyTargetsCount", 1), ("minimumHealthyTargetsPercentage", "off")))))
            .Default("targetHealthStates", protocol is "TCP" or "TLS"
                ? ImmutableArray.Create<object>(Map(("enableUnhealthyConnectionTermination", true), ("unhealthyDrainingInterval", 0)))
                : [])
            .Default("targetType", "instance")
            .Default("ipAddressType", "ipv4")
            .Default("deregistrationDelay", 300)
            .Default("loadBalancingCrossZoneEnabled", "use_load_balancer_configuration")
            .Default("loadBalancingAlgorithmType", web ? "round_robin" : string.Empty)
            .Default("loadBalancingAnomalyMitigation", web ? "off" : string.Empty)
            .Default("protocolVersion", web ? "HTTP1" : string.Empty)
            .Default("preserveClientIp", PreservesClientIp(protocol, request.Text("targetType") ?? "instance"))
            .Off("connectionTermination", "lambdaMultiValueHeadersEnabled", "proxyProtocolV2")
            .Default("slowStart", 0)
            .Tagged();
        return outputs.WithId(arn);
    }

    private static EmulatedResource CreateListener(EmulationRequest request)
    {
        // A listener's ARN is its load balancer's with one more part: .../net/{name}/{hash}/{listener's hash}.
        var balancer = request.Text("loadBalancerArn");
        var arn = balancer is null ? null : $"{balancer.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)}/{request.Hex(16)}";
        var network = balancer?.Contains(":loadbalancer/net/", StringComparison.Ordinal) == true;
        var protocol = request.Text("protocol") ?? (request.Number("port") == 443 ? "HTTPS" : "HTTP");
        var encrypted = protocol is "HTTPS" or "TLS";
        // The provider's check of aws_lb_listener, after the API's.
        if (encrypted && !request.Inputs.ContainsKey("certificateArn"))
        {
            throw request.Refuse("certificateArn", null, $"a listener that speaks {protocol} needs one.");
        }

        return EmulatedOutputs.InRegion(request)
            .Set("arn", arn)
            .Set("defaultActions", request.Maps("defaultActions").Select(object (action, index) => Over(Map(("order", index + 1)), action)).ToImmutableArray())
            .Default("protocol", network ? null : protocol)
            // Elastic Load Balancing API, CreateListener (SslPolicy): the default where none is named.
            .Default("sslPolicy", encrypted ? "ELBSecurityPolicy-2016-08" : string.Empty)
            .Default(
                "mutualAuthentication",
                protocol == "HTTPS" ? Map(("mode", "off"), ("ignoreClientCertificateExpiry", false), ("trustStoreArn", string.Empty)) : null)
            .Default("tcpIdleTimeoutSeconds", protocol == "TCP" ? 350 : 0)
            .Default("routingHttpResponseServerEnabled", !network)
            .EmptyTexts(
                "routingHttpRequestXAmznMtlsClientcertHeaderName",
                "routingHttpRequestXAmznMtlsClientcertIssuerHeaderName",
                "routingHttpRequestXAmznMtlsClientcertLeafHeaderName",
                "routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName",
                "routingHttpRequestXAmznMtlsClientcertSubjectHeaderName",
                "routingHttpRequestXAmznMtlsClientcertValidityHeaderName",
                "routingHttpRequestXAmznTlsCipherSuiteHeaderName",
                "routingHttpRequestXAmznTlsVersionHeaderName")
            .EmptyTexts(
                "routingHttpResponseAccessControlAllowCredentialsHeaderValue",
                "routingHttpResponseAccessControlAllowHeadersHeaderValue",
                "routingHttpResponseAccessControlAllowMethodsHeaderValue",
                "routingHttpResponseAccessControlAllowOriginHeaderValue",
                "routingHttpResponseAccessControlExposeHeadersHeaderValue",
                "routingHttpResponseAccessControlMaxAgeHeaderValue",
                "routingHttpResponseContentSecurityPolicyHeaderValue",
                "routingHttpResponseStrictTransportSecurityHeaderValue",
                "routingHttpResponseXContentTypeOptionsHeaderValue",
                "routingHttpResponseXFrameOptionsHeaderValue")
            .Tagged()
            .WithId(arn);
    }

    /// <summary>The defaults of Elastic Load Balancing's health checks; a part that the program states stands.</summary>
    private static ImmutableDictionary<string, object> HealthCheck(EmulationRequest request, bool web)
    {
        var given = request.Map("healthCheck");
        var probe = given?.GetValueOrDefault("protocol") as string ?? (web ? "HTTP" : "TCP");
        var asksPath = probe is "HTTP" or "HTTPS";
        return Over(
            Map(
                ("enabled", true),
                ("interval", 30),
                ("port", "traffic-port"),
                ("protocol", probe),
                ("path", asksPath ? "/" : string.Empty),
                ("matcher", !asksPath ? string.Empty : web ? "200" : "200-399"),
                ("timeout", web ? 5 : asksPath ? 6 : 10),
                ("healthyThreshold", web ? 5 : 3),
                ("unhealthyThreshold", web ? 2 : 3)),
            given);
    }

    /// <summary>Network load balancers user guide, "Client IP preservation": always for instances, and for addresses only without TCP.</summary>
    private static string PreservesClientIp(string protocol, string targets) => protocol switch
    {
        "TCP" or "TLS" => targets == "ip" ? "false" : "true",
        "UDP" or "TCP_UDP" => "true",
        _ => string.Empty,
    };

    private static object? VpcOf(EmulationRequest request, IReadOnlyList<object> subnets) => subnets
        .OfType<string>()
        .Select(id => request.Find(Ec2Types.Subnet, id)?.Outputs.GetValueOrDefault("vpcId"))
        .FirstOrDefault(found => found is not null);

    private static string ArnPart(string type) => type switch
    {
        Network => "net",
        "gateway" => "gwy",
        _ => "app",
    };

    /// <summary>Network load balancers have the hash of their ARN in their name; application load balancers a number of their own.</summary>
    private static string DnsName(EmulationRequest request, string type, string name, string hash) => type == Application
        ? $"{(request.Flag("internal") ? "internal-" : string.Empty)}{name}-{1_000_000_000 + StableIds.Number(1_000_000_000, hash)}"
            + $".{request.Region}.elb.{request.DnsSuffix}"
        : $"{name}-{hash}.elb.{request.Region}.{request.DnsSuffix}";
}
