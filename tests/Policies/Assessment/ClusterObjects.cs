using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Clusters of EKS and their objects, in a small stack.</summary>
internal static class ClusterObjects
{
    public const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";
    public const string Volume = "kubernetes:core/v1:PersistentVolume";
    public const string StorageClass = "kubernetes:storage.k8s.io/v1:StorageClass";
    public const string StatefulSet = "kubernetes:apps/v1:StatefulSet";
    public const string Deployment = "kubernetes:apps/v1:Deployment";

    private const string Provider = "pulumi:providers:kubernetes";

    /// <summary>A cluster, and the provider of its objects, which names it in its kubeconfig alone.</summary>
    public static TestGraph Cluster(this TestGraph graph, string name = "east", string region = "eu-west-1", string mode = "API") => graph
        .Add("aws:eks/cluster:Cluster", name, $$"""{ "name": "{{name}}", "accessConfig": { "authenticationMode": "{{mode}}" } }""", region, id: name)
        .Add(
            Provider, $"objects-{name}",
            $$"""
            { "kubeconfig": "server: https://0A1B2C.gr7.{{region}}.eks.amazonaws.com, args: [--region, {{region}}, eks, get-token, --cluster-name, {{name}}]" }
            """,
            region);

    /// <summary>An object of workload <c>orders</c>, which its namespace's name says.</summary>
    /// <param name="spec">What stands beside the metadata, without the braces.</param>
    public static TestGraph Object(
        this TestGraph graph, string type, string name, string spec, string cluster = "east", string space = "orders", string labels = "{}",
        params (string Property, string Type, string Name)[] dependencies) => graph.Add(
            type,
            name,
            $$"""{ "metadata": { "name": "{{name}}", "namespace": "{{space}}", "labels": {{labels}} }, {{spec}} }""",
            options: resource => resource["provider"] = $"{TestGraph.Urn(Provider, $"objects-{cluster}")}::id",
            dependencies: dependencies);

    /// <summary>A class of this name and provisioner.</summary>
    public static TestGraph Class(this TestGraph graph, string name, string provisioner, string more = "") =>
        graph.Object(StorageClass, name, $$"""{{more}} "provisioner": "{{provisioner}}" """);

    /// <summary>A claim on 100 GiB of a class.</summary>
    public static TestGraph Claims(this TestGraph graph, string storageClass = "disks", string name = "data", string labels = "{}") => graph.Object(
        Claim, name, $$"""
            "spec": { "storageClassName": "{{storageClass}}", "resources": { "requests": { "storage": "100Gi" } } }
            """, labels: labels);

    /// <summary>A set whose pods have a claim <c>data</c> of a class each.</summary>
    public static TestGraph Set(this TestGraph graph, string template = "{}", string storageClass = "disks") => graph.Object(StatefulSet, "db", $$"""
        "spec": { "replicas": 1, "selector": { "matchLabels": { "app": "db" } }, "template": { "metadata": {{template}}, "spec": { "containers": [] } },
          "volumeClaimTemplates": [{ "metadata": { "name": "data" },
            "spec": { "storageClassName": "{{storageClass}}", "resources": { "requests": { "storage": "100Gi" } } } }] }
        """);

    /// <summary>A role that a service of this name takes, and that may do everything.</summary>
    public static TestGraph Role(this TestGraph graph, string service) => graph
        .Add("aws:iam/role:Role", service, $$"""
            { "name": "{{service}}", "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
              "Principal": { "Service": "{{service}}.amazonaws.com" } }] } }
            """, id: service, outputs: $$"""{ "arn": "arn:aws:iam::111122223333:role/{{service}}" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", $"all-{service}", $$"""
            { "role": "{{service}}", "policy": { "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] } }
            """);

    /// <summary>A figure in a word: bounded, unbounded or unknown.</summary>
    public static string Word(Figure figure) => figure.IsUnknown ? "unknown" : figure.IsUnbounded ? "unbounded" : "bounded";
}
