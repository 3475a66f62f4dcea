using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>A workload whose pods run in a cluster of EKS Auto Mode in each of two Regions, and the plan that scales them.</summary>
internal static class ClusterGraph
{
    public const string Primary = "eu-west-1";
    public const string Standby = "eu-central-1";
    public const string Addon = "aws:eks/addon:Addon";
    public const string Cluster = "aws:eks/cluster:Cluster";
    public const string Plan = "aws:arcregionswitch/plan:Plan";
    public const string Reservation = "aws:ec2/capacityReservation:CapacityReservation";
    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string ConfigMap = "kubernetes:core/v1:ConfigMap";
    public const string LimitRange = "kubernetes:core/v1:LimitRange";
    public const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string Budget = "kubernetes:policy/v1:PodDisruptionBudget";

    private const string Role = "arn:aws:iam::111122223333:role/plan";

    /// <param name="standing">Pods that stand in the standby Region; the primary Region has the nine that the workload needs.</param>
    public static TestGraph Build(int standing = 3)
    {
        var graph = new TestGraph().Manifests(extra: """ "capacity": { "serving": 9 }, """)
            .Add("aws:iam/role:Role", "plan", """
                { "name": "plan", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "arc-region-switch.amazonaws.com" },
                  "Action": "sts:AssumeRole" }] } }
                """, outputs: $$"""{ "arn": "{{Role}}" }""")
            .Region(Primary, 9).Region(Standby, standing);
        return graph.Add(Plan, "plan-orders", $$"""
            {
              "name": "orders", "recoveryApproach": "activePassive", "regions": ["{{Primary}}", "{{Standby}}"], "primaryRegion": "{{Primary}}",
              "executionRole": "{{Role}}", "tags": { "dr:workload": "orders" },
              "workflows": [{ "workflowTargetAction": "activate", "steps": [{ "name": "pods", "executionBlockType": "EKSResourceScaling",
                "eksResourceScalingConfigs": [{
                  "eksClusters": [{ "clusterArn": "{{Arn(Primary)}}" }, { "clusterArn": "{{Arn(Standby)}}" }],
                  "kubernetesResourceTypes": [{ "apiVersion": "apps/v1", "kind": "Deployment" }],
                  "scalingResources": [{ "namespace": "orders", "resources": [{{Entry(Primary)}}, {{Entry(Standby)}}] }],
                  "targetPercent": 100, "capacityMonitoringApproach": "sampledMaxInLast24Hours", "timeoutMinutes": 20,
                  "ungracefuls": [{ "minimumSuccessPercentage": 99 }] }] }] }]
            }
            """);
    }

    /// <summary>An object in the cluster of a Region.</summary>
    public static TestGraph InCluster(this TestGraph graph, string type, string name, string inputs, string region = Standby) => graph.Add(
        type, name, inputs, region,
        options: resource => resource["provider"] = $"{TestGraph.Urn("pulumi:providers:kubernetes", $"kubernetes-{region}")}::kubernetes-{region}");

    public static string Arn(string region) => $"arn:aws:eks:{region}:111122223333:cluster/drinfra-main-cluster-{region}";

    private static string Entry(string region) =>
        $$"""{ "resourceName": "{{region}}", "name": "orders-serving", "namespace": "orders", "hpaName": "orders-serving" }""";

    private static TestGraph Region(this TestGraph graph, string region, int standing)
    {
        var zones = new[] { "a", "b", "c" };
        graph.Add("aws:ec2/vpc:Vpc", $"vpc-{region}", "{}", region, id: $"vpc-{region}");
        foreach (var zone in zones)
        {
            graph.Add(
                "aws:ec2/subnet:Subnet", $"subnet-{region}-{zone}", $$"""{ "availabilityZone": "{{region}}{{zone}}", "vpcId": "vpc-{{region}}" }""", region,
                id: $"subnet-{region}-{zone}");
        }

        return graph
            .Add(Cluster, $"cluster-{region}", $$"""
                {
                  "name": "drinfra-main-cluster-{{region}}", "version": "1.35", "deletionProtection": true,
                  "computeConfig": { "enabled": true, "nodePools": [] }, "accessConfig": { "authenticationMode": "API" },
                  "vpcConfig": { "subnetIds": [{{string.Join(", ", zones.Select(zone => $"\"subnet-{region}-{zone}\""))}}],
                    "endpointPrivateAccess": true, "endpointPublicAccess": true, "publicAccessCidrs": ["203.0.113.0/24"] },
                  "encryptionConfig": { "provider": { "keyArn": "arn:aws:kms:{{region}}:111122223333:key/1" }, "resources": ["secrets"] },
                  "enabledClusterLogTypes": ["api", "audit", "authenticator", "controllerManager", "scheduler"]
                }
                """, region, id: $"drinfra-main-cluster-{region}", outputs: $$"""{ "arn": "{{Arn(region)}}" }""")
            .Add(Addon, $"metrics-{region}", $$"""{ "clusterName": "drinfra-main-cluster-{{region}}", "addonName": "metrics-server" }""", region)
            .Add(
                "aws:eks/accessEntry:AccessEntry", $"entry-{region}",
                $$"""{ "clusterName": "drinfra-main-cluster-{{region}}", "principalArn": "{{Role}}", "type": "STANDARD" }""", region)
            .Add("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", $"access-{region}", $$"""
                { "clusterName": "drinfra-main-cluster-{{region}}", "principalArn": "{{Role}}",
                  "policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonARCRegionSwitchScalingPolicy",
                  "accessScope": { "type": "namespace", "namespaces": ["orders"] } }
                """, region)
            .Add("aws:lb/targetGroup:TargetGroup", $"targets-{region}", $$"""
                { "name": "orders-{{region}}", "targetType": "ip", "vpcId": "vpc-{{region}}",
                  "tags": { "eks:eks-cluster-name": "drinfra-main-cluster-{{region}}" },
                  "healthCheck": { "interval": 10, "healthyThreshold": 2, "unhealthyThreshold": 2, "protocol": "HTTPS", "path": "/ready" } }
                """, region, outputs: $$"""{ "arn": "arn:aws:elasticloadbalancing:{{region}}:111122223333:targetgroup/orders-{{region}}/1" }""")
            .Add("pulumi:providers:kubernetes", $"kubernetes-{region}", $$"""{ "clusterIdentifier": "{{Arn(region)}}" }""", region, id: $"kubernetes-{region}")
            .Baseline(region).Serving(region, standing);
    }

    private static TestGraph Baseline(this TestGraph graph, string region) => graph
        .InCluster("kubernetes:core/v1:Namespace", $"space-{region}", """
            { "metadata": { "name": "orders", "labels": { "eks.amazonaws.com/pod-readiness-gate-inject": "enabled" } } }
            """, region)
        .InCluster("kubernetes:core/v1:ResourceQuota", $"quota-{region}", """
            { "metadata": { "name": "quota", "namespace": "orders" },
              "spec": { "hard": { "pods": "20", "requests.cpu": "10", "requests.memory": "20Gi" } } }
            """, region)
        .InCluster(LimitRange, $"limits-{region}", """
            { "metadata": { "name": "limits", "namespace": "orders" },
              "spec": { "limits": [{ "type": "Container", "defaultRequest": { "cpu": "100m", "memory": "64Mi" } }] } }
            """, region)
        .InCluster("kubernetes:eks.amazonaws.com/v1:NodeClass", $"class-{region}", """
            { "metadata": { "name": "serving" }, "spec": { "networkPolicy": "DefaultAllow" } }
            """, region)
        .InCluster("kubernetes:karpenter.sh/v1:NodePool", $"pool-{region}", $$"""
            { "metadata": { "name": "serving" }, "spec": { "limits": { "cpu": "32", "memory": "64Gi" },
              "template": { "spec": { "nodeClassRef": { "group": "eks.amazonaws.com", "kind": "NodeClass", "name": "serving" },
                "requirements": [{ "key": "topology.kubernetes.io/zone", "operator": "In", "values": ["{{region}}a", "{{region}}b", "{{region}}c"] }] } } } }
            """, region)
        .InCluster(ConfigMap, $"network-policy-{region}", """
            { "metadata": { "name": "amazon-vpc-cni", "namespace": "kube-system" }, "data": { "enable-network-policy-controller": "true" } }
            """, region)
        .InCluster("kubernetes:networking.k8s.io/v1:NetworkPolicy", $"deny-{region}", """
            { "metadata": { "name": "deny", "namespace": "orders" }, "spec": { "podSelector": {}, "policyTypes": ["Ingress", "Egress"] } }
            """, region);

    private static TestGraph Serving(this TestGraph graph, string region, int standing) => graph
        .InCluster(Deployment, $"serving-{region}", """
            { "metadata": { "name": "orders-serving", "namespace": "orders" }, "tags": { "dr:workload": "orders" },
              "spec": { "selector": { "matchLabels": { "app": "orders" } }, "template": { "metadata": { "labels": { "app": "orders" } }, "spec": {
                "topologySpreadConstraints": [{ "maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "DoNotSchedule",
                  "labelSelector": { "matchLabels": { "app": "orders" } } }],
                "containers": [{ "name": "orders", "image": "registry.example.com/orders:1.4.2",
                  "readinessProbe": { "httpGet": { "path": "/ready", "port": 8443 }, "periodSeconds": 5 },
                  "livenessProbe": { "httpGet": { "path": "/alive", "port": 8443 } },
                  "resources": { "requests": { "cpu": "500m", "memory": "1Gi" }, "limits": { "memory": "1Gi" } } }] } } } }
            """, region)
        .InCluster("kubernetes:core/v1:Service", $"service-{region}", """
            { "metadata": { "name": "orders", "namespace": "orders" }, "spec": { "selector": { "app": "orders" }, "ports": [{ "port": 443 }] } }
            """, region)
        .InCluster("kubernetes:eks.amazonaws.com/v1:TargetGroupBinding", $"binding-{region}", $$"""
            { "metadata": { "name": "orders", "namespace": "orders" }, "spec": { "targetType": "ip", "serviceRef": { "name": "orders", "port": 443 },
              "targetGroupARN": "arn:aws:elasticloadbalancing:{{region}}:111122223333:targetgroup/orders-{{region}}/1" } }
            """, region)
        .InCluster(Autoscaler, $"scaler-{region}", $$"""
            { "metadata": { "name": "orders-serving", "namespace": "orders" },
              "spec": { "minReplicas": {{standing}}, "maxReplicas": 12,
                "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "orders-serving" },
                "metrics": [{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 60 } } }] } }
            """, region)
        .InCluster(Budget, $"budget-{region}", """
            { "metadata": { "name": "orders", "namespace": "orders" },
              "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "orders" } } } }
            """, region);
}
