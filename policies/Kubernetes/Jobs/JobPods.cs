namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// The pods of what runs jobs: of Kubernetes itself, and of the operators of Flink and Spark, which make pods by templates. Sources: Flink
/// Kubernetes operator, "Pod Template"; Spark operator, "API Docs", SparkPodSpec.
/// </summary>
internal static class JobPods
{
    /// <summary>All that has pods, those that an operator makes included.</summary>
    public static IEnumerable<Node> AllIn(Estate estate) =>
    [
        .. estate.OfTypes(Pods.All), .. CustomObjects.Of(estate, FlinkJob.Group, "FlinkDeployment"),
        .. CustomObjects.Of(estate, SparkJob.Group, "SparkApplication"), .. CustomObjects.Of(estate, SparkJob.Group, "ScheduledSparkApplication"),
    ];

    /// <summary>Its name in its namespace.</summary>
    public static Prop NameOf(Node node) => node["metadata"]["name"];

    /// <summary>The descriptions of its pods: a driver's and an executor's differ. Empty for what has none.</summary>
    public static IReadOnlyList<Prop> Specs(Node node) => Application(node) is { } application
        ? [application["driver"]["template"]["spec"], application["executor"]["template"]["spec"]]
        : node.Type.EndsWith(":FlinkDeployment", StringComparison.Ordinal) ? [node["spec"]["podTemplate"]["spec"]]
        : Pods.All.Contains(node.Type) ? [Pods.Spec(node)]
        : [];

    /// <summary>The images that it needs.</summary>
    public static IEnumerable<Prop> Images(Node node) => Specs(node)
        .SelectMany(spec => spec["containers"].Items.Concat(spec["initContainers"].Items)).Select(container => container["image"])
        .Concat(Pods.All.Contains(node.Type) ? [] : [(Application(node) ?? node["spec"])["image"]])
        .Where(image => !image.IsAbsent);

    /// <summary>When it starts by itself; absent where it runs all the time.</summary>
    public static Prop Schedule(Node node) => node["spec"]["schedule"];

    private static Prop? Application(Node node) => node.Type.EndsWith(":ScheduledSparkApplication", StringComparison.Ordinal) ? node["spec"]["template"]
        : node.Type.EndsWith(":SparkApplication", StringComparison.Ordinal) ? node["spec"]
        : null;
}
