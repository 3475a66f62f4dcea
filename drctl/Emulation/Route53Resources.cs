using DrInfra.Policies.Aws.Route53;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>Route 53 knows no Region: the same record is the same record, whichever provider declares it.</summary>
internal static class Route53Resources
{
    private static readonly string[] RoutingPolicies =
    [
        "cidrRoutingPolicy",
        "failoverRoutingPolicies",
        "geolocationRoutingPolicies",
        "geoproximityRoutingPolicy",
        "latencyRoutingPolicies",
        "multivalueAnswerRoutingPolicy",
        "weightedRoutingPolicies",
    ];

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Route53Types.Record, CreateRecord, IdentityScope.Account),
        new(Route53Types.HealthCheck, CreateHealthCheck, IdentityScope.Account),
    ];

    private static EmulatedResource CreateRecord(EmulationRequest request)
    {
        RequireOneTarget(request);
        RequireSetIdentifier(request);
        // The provider keeps names so (aws_route53_record), whatever the program writes.
        var name = request.Text("name")?.TrimEnd('.').ToLowerInvariant();
        var parts = new[] { request.Text("zoneId"), name, request.Text("type") };
        var id = parts.Any(part => part is null) ? null : string.Join('_', parts.Append(request.Text("setIdentifier")).OfType<string>());
        return EmulatedOutputs.Of(request)
            .Set("name", name)
            // The zone's domain ends every name, but only its id is here: a name without a dot may still need it.
            .Set("fqdn", name?.Contains('.', StringComparison.Ordinal) == true ? name : null)
            .EmptyLists("aliases", "records", "failoverRoutingPolicies", "geolocationRoutingPolicies", "latencyRoutingPolicies", "weightedRoutingPolicies")
            .Off("allowOverwrite")
            .WithId(id);
    }

    private static EmulatedResource CreateHealthCheck(EmulationRequest request)
    {
        var id = request.Uuid();
        var type = request.Text("type");
        var probes = type is "HTTP" or "HTTPS" or "HTTP_STR_MATCH" or "HTTPS_STR_MATCH" or "TCP";
        return EmulatedOutputs.Of(request)
            .Set("arn", $"arn:{request.Partition}:route53:::healthcheck/{id}")
            .Default("failureThreshold", probes ? 3 : 0)
            .Default("requestInterval", probes ? 30 : null)
            .Default("enableSni", type is "HTTPS" or "HTTPS_STR_MATCH")
            .Default("triggers", EmptyMap)
            .EmptyLists("regions", "childHealthchecks")
            .Off("disabled", "invertHealthcheck", "measureLatency")
            .Tagged()
            .WithId(id);
    }

    /// <summary>The provider takes exactly one of the two (aws_route53_record, plan time).</summary>
    private static void RequireOneTarget(EmulationRequest request)
    {
        if (request.Inputs.ContainsKey("aliases") && request.Inputs.ContainsKey("records"))
        {
            throw request.Refuse("records", request.List("records"), "a record has either aliases or records, not both.");
        }

        if (request.Inputs.ContainsKey("aliases") && request.Inputs.ContainsKey("ttl"))
        {
            throw request.Refuse("ttl", request.Number("ttl"), "an alias has the time to live of its target.");
        }
    }

    /// <summary>Route 53 API, ResourceRecordSet (SetIdentifier): required with every routing policy but the simple one, and only there.</summary>
    private static void RequireSetIdentifier(EmulationRequest request)
    {
        var policy = RoutingPolicies.FirstOrDefault(request.Inputs.ContainsKey);
        if (policy is not null && !request.Inputs.ContainsKey("setIdentifier"))
        {
            throw request.Refuse("setIdentifier", null, $"records that share a name by {policy} are told apart by it.");
        }

        if (policy is null && request.Text("setIdentifier") is { } identifier)
        {
            throw request.Refuse("setIdentifier", identifier, "only records with a routing policy have one.");
        }
    }
}
