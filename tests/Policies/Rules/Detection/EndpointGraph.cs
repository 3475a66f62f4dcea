namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>Adds an endpoint: a load balancer that listens on 443 and the regional name in front of it.</summary>
internal static class EndpointGraph
{
    public static TestGraph Endpoint(this TestGraph graph, string part, string region) => graph
        .Add(DetectionGraph.Balancer, $"front-{part}", "{}", region, id: $"arn:aws:elasticloadbalancing:{region}:1:loadbalancer/{part}",
            outputs: $$"""{ "dnsName": "front-{{part}}.elb.amazonaws.com", "zoneId": "Z{{part.ToUpperInvariant()}}" }""")
        .Add(
            "aws:lb/listener:Listener", $"listener-{part}",
            $$"""{ "loadBalancerArn": "arn:aws:elasticloadbalancing:{{region}}:1:loadbalancer/{{part}}", "port": 443 }""", region)
        .Add(DetectionGraph.Record, $"name-{part}", $$"""
            {
              "zoneId": "Z1", "name": "shop.{{part}}.example.com", "type": "A",
              "aliases": [{ "name": "front-{{part}}.elb.amazonaws.com", "zoneId": "Z{{part.ToUpperInvariant()}}", "evaluateTargetHealth": false }]
            }
            """);
}
