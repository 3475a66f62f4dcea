namespace DrInfra.Tests.Policies.Services;

internal static class PlatformStacks
{
    private const string P = ServiceGraph.Primary;
    private const string S = ServiceGraph.Standby;

    public static ServiceStack Images()
    {
        const string Stores = """[{"name":"app","kind":"images"}]""";
        var sound = new ServiceGraph(Stores).Keys();
        foreach (var (region, suffix, other) in new[] { (P, "-primary", S), (S, "-standby", P) })
        {
            sound.Add(
                "aws:ecr/repository:Repository", $"app{suffix}",
                $$"""
                { "name": "orders/app", "imageTagMutability": "IMMUTABLE",
                  "encryptionConfigurations": [{ "encryptionType": "KMS", "kmsKey": "{arn:{{region}}-key}" }] }
                """,
                region);
            sound.Add(
                "aws:ecr/replicationConfiguration:ReplicationConfiguration", $"copy{suffix}",
                $$"""
                { "replicationConfiguration": { "rules": [{ "destinations": [{ "region": "{{other}}", "registryId": "123456789012" }],
                    "repositoryFilters": [{ "filter": "orders/", "filterType": "PREFIX_MATCH" }] }] } }
                """,
                region);
        }

        return new(
            "ECR",
            sound,
            new ServiceGraph(Stores)
                .Add("aws:ecr/repository:Repository", "app", """{ "name": "orders/app", "forceDelete": true }""")
                .Add("aws:ecr/replicationConfiguration:ReplicationConfiguration", "copy", """
                    { "replicationConfiguration": { "rules": [{ "destinations": [{ "region": "eu-central-1", "registryId": "123456789012" }],
                            "repositoryFilters": [{ "filter": "billing/", "filterType": "PREFIX_MATCH" }] }] } }
                    """),
            "ecr-images-are-replicated", "ecr-image-tags-are-immutable");
    }

    public static ServiceStack Accelerator()
    {
        var sound = new ServiceGraph("[]")
            .Add("aws:globalaccelerator/accelerator:Accelerator", "front", """{ "name": "orders", "enabled": true }""")
            .Add(
                "aws:globalaccelerator/listener:Listener", "https",
                """{ "acceleratorArn": "{arn:front}", "protocol": "TCP", "portRanges": [{ "fromPort": 443, "toPort": 443 }] }""");
        var sham = new ServiceGraph("[]")
            .Add("aws:globalaccelerator/accelerator:Accelerator", "front", """{ "name": "orders", "enabled": true }""")
            .Add(
                "aws:globalaccelerator/listener:Listener", "https",
                """{ "acceleratorArn": "{arn:front}", "protocol": "TCP", "portRanges": [{ "fromPort": 443, "toPort": 443 }] }""");
        foreach (var region in new[] { P, S })
        {
            sound.Add("aws:lb/loadBalancer:LoadBalancer", $"{region}-balancer", """{ "loadBalancerType": "network" }""", region)
                .Add(
                    "aws:lb/listener:Listener", $"{region}-listener",
                    $$"""{ "loadBalancerArn": "{arn:{{region}}-balancer}", "port": 443, "protocol": "TLS" }""", region)
                .Add("aws:globalaccelerator/endpointGroup:EndpointGroup", $"{region}-group", $$"""
                    { "listenerArn": "{arn:https}", "endpointGroupRegion": "{{region}}", "healthCheckIntervalSeconds": 10, "thresholdCount": 3,
                      "endpointConfigurations": [{ "endpointId": "{arn:{{region}}-balancer}", "weight": 100 }] }
                    """);
            sham.Add("aws:globalaccelerator/endpointGroup:EndpointGroup", $"{region}-group", $$"""
                { "listenerArn": "{arn:https}", "endpointGroupRegion": "{{region}}", "thresholdCount": 10,
                  "endpointConfigurations": [{ "endpointId": "arn:aws:elasticloadbalancing:{{region}}:123456789012:loadbalancer/net/x/1",
                      "weight": {{(region == P ? 100 : 0)}} }] }
                """);
        }

        return new("Global Accelerator", sound, sham, "accelerator-reaches-two-regions", "endpoint-group-fails-soon");
    }

    public static ServiceStack RoutingControls()
    {
        var sound = new ServiceGraph("[]")
            .Add("aws:route53recoverycontrol/cluster:Cluster", "arc", """{ "name": "orders" }""")
            .Add("aws:route53recoverycontrol/controlPanel:ControlPanel", "panel", """{ "name": "orders", "clusterArn": "{arn:arc}" }""");
        foreach (var (region, role) in new[] { (P, "PRIMARY"), (S, "SECONDARY") })
        {
            sound.Add(
                "aws:route53recoverycontrol/routingControl:RoutingControl", $"{region}-on",
                $$"""{ "name": "orders-{{region}}", "clusterArn": "{arn:arc}", "controlPanelArn": "{arn:panel}" }""")
                .Add(
                    "aws:route53/healthCheck:HealthCheck", $"{region}-check",
                    $$"""{ "type": "RECOVERY_CONTROL", "routingControlArn": "{arn:{{region}}-on}" }""")
                .Add("aws:route53/record:Record", $"{region}-record", $$"""
                    { "zoneId": "Z1", "name": "orders.example.com", "type": "CNAME", "ttl": 30, "records": ["orders.{{region}}.example.com"],
                      "setIdentifier": "{{region}}", "failoverRoutingPolicies": [{ "type": "{{role}}" }], "healthCheckId": "{id:{{region}}-check}" }
                    """);
        }

        sound.Add("aws:route53recoverycontrol/safetyRule:SafetyRule", "one-on", """
            { "name": "one-on", "controlPanelArn": "{arn:panel}", "assertedControls": ["{arn:eu-west-1-on}", "{arn:eu-central-1-on}"], "waitPeriodMs": 5000,
              "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }
            """);
        return new(
            "ARC routing controls",
            sound,
            new ServiceGraph("[]")
                .Add("aws:route53recoverycontrol/cluster:Cluster", "arc", """{ "name": "orders" }""")
                .Add("aws:route53recoverycontrol/controlPanel:ControlPanel", "panel", """{ "name": "orders", "clusterArn": "{arn:arc}" }""")
                .Add(
                    "aws:route53recoverycontrol/routingControl:RoutingControl", "a",
                    """{ "name": "a", "clusterArn": "{arn:arc}", "controlPanelArn": "{arn:panel}" }""")
                .Add(
                    "aws:route53recoverycontrol/routingControl:RoutingControl", "b",
                    """{ "name": "b", "clusterArn": "{arn:arc}", "controlPanelArn": "{arn:panel}" }"""),
            "routing-controls-have-a-safety-rule", "routing-control-turns-a-record");
    }

    public static ServiceStack SharedNames()
    {
        var (sound, sham) = (new ServiceGraph("[]"), new ServiceGraph("[]"));
        foreach (var region in new[] { P, S })
        {
            sound.Add(
                "aws:route53/healthCheck:HealthCheck", $"{region}-check",
                $$"""
                { "type": "HTTPS", "fqdn": "{{region}}.example.org", "resourcePath": "/health", "port": 443, "requestInterval": 10, "failureThreshold": 3 }
                """)
                .Add("aws:route53/record:Record", $"{region}-record", $$"""
                    { "zoneId": "Z1", "name": "orders.example.com", "type": "CNAME", "ttl": 30, "records": ["{{region}}.example.org"],
                      "setIdentifier": "{{region}}", "latencyRoutingPolicies": [{ "region": "{{region}}" }], "healthCheckId": "{id:{{region}}-check}" }
                    """);
            sham.Add("aws:route53/record:Record", $"{region}-record", $$"""
                { "zoneId": "Z1", "name": "orders.example.com", "type": "CNAME", "ttl": 30, "records": ["{{region}}.example.org"],
                  "setIdentifier": "{{region}}", "latencyRoutingPolicies": [{ "region": "{{region}}" }] }
                """);
        }

        return new("Route 53 latency", sound, sham, "weighted-and-latency-records-have-health-checks");
    }

    public static ServiceStack Pods() => new(
        "Kubernetes",
        new ServiceGraph("[]")
            .Add("kubernetes:core/v1:Namespace", "space", """{ "metadata": { "name": "orders" } }""")
            .Add("kubernetes:apps/v1:Deployment", "api", Deployment(3, """
                "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "DoNotSchedule",
                  "labelSelector": { "matchLabels": { "app": "api" } } }],
                """, "registry.example.com/api:1.4.2", """
                , "readinessProbe": { "httpGet": { "path": "/ready", "port": 8080 } }, "livenessProbe": { "httpGet": { "path": "/alive", "port": 8080 } },
                "resources": { "requests": { "cpu": "1", "memory": "1Gi" }, "limits": { "memory": "2Gi" } }
                """))
            .Add(
                "kubernetes:policy/v1:PodDisruptionBudget", "budget",
                """
                { "metadata": { "name": "api", "namespace": "{id:space}" }, "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "api" } } } }
                """)
            .Add(
                "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "scaler",
                """
                { "metadata": { "name": "api", "namespace": "{id:space}" },
                  "spec": { "minReplicas": 3, "maxReplicas": 9, "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "api" } } }
                """),
        new ServiceGraph("[]")
            .Add("kubernetes:core/v1:Namespace", "space", """{ "metadata": { "name": "orders" } }""")
            .Add("kubernetes:apps/v1:Deployment", "api", Deployment(1, "", "registry.example.com/api:latest", "")),
        "pods-run-in-replicas", "pods-spread-across-zones", "pods-have-probes", "pods-request-resources", "images-are-pinned");

    private static string Deployment(int replicas, string spec, string image, string container) => $$"""
        { "metadata": { "name": "api", "namespace": "{id:space}" }, "spec": { "replicas": {{replicas}}, "selector": { "matchLabels": { "app": "api" } },
          "template": { "metadata": { "labels": { "app": "api" } },
            "spec": { {{spec}} "containers": [{ "name": "api", "image": "{{image}}" {{container}} }] } } } }
        """;
}
