namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// What runs the jobs of one kind in the namespaces that it watches. Sources: the values.yaml of the charts flink-kubernetes-operator and
/// spark-operator.
/// </summary>
/// <param name="Node">The chart, or the deployment.</param>
/// <param name="Spaces">The namespaces that it watches; null where that cannot be told, empty where it watches all.</param>
/// <param name="Property">What states them.</param>
/// <param name="Replicas">How many pods it has; absent where it has the chart's own number, which is one.</param>
internal sealed record JobOperator(Node Node, IReadOnlyList<string>? Spaces, string Property, Prop Replicas)
{
    private const string Flink = "flink-kubernetes-operator";
    private const string Spark = "spark-operator";

    // By the group of the jobs.
    private static readonly Dictionary<string, (string Name, Func<Node, JobOperator> Read)> Charts = new(StringComparer.Ordinal)
    {
        [FlinkJob.Group] = (Flink, OfFlink),
        [SparkJob.Group] = (Spark, OfSpark),
    };

    /// <summary>Whether a chart is such an operator: it holds no data and serves nobody, and its values say what it runs.</summary>
    public static bool IsOne(Node chart) => HelmCharts.NameOf(chart) is Flink or Spark;

    private static readonly string[] Kinds = ["FlinkDeployment", "FlinkSessionJob", "SparkApplication", "ScheduledSparkApplication"];

    /// <summary>
    /// Why nothing runs a job, or why that cannot be told, by job. Where no program here declares an operator of the kind, another one installs it.
    /// </summary>
    public static IReadOnlyDictionary<Node, Reason> NotRun(Estate estate) => estate.Once<IReadOnlyDictionary<Node, Reason>>(static estate =>
        Jobs(estate).Select(job => (job.Job, Why: FlinkJob.Refused(job.Job) ?? (job.Declared.Count > 0 ? NotRun(job.Job, job.Operator, job.Declared) : null)))
            .Where(pair => pair.Why is not null).ToDictionary(pair => pair.Job, pair => pair.Why!));

    private static Reason? NotRun(Node job, string name, IReadOnlyList<JobOperator> declared)
    {
        var (space, cluster) = (Pods.NamespaceOf(job), Pods.ClusterOf(job));
        JobOperator[] here = [.. declared.Where(declared => Pods.ClusterOf(declared.Node) == cluster)];
        return here.Length == 0
                ? new Reason($"no {name} is declared in its cluster, as it is in another one ({declared[0].Node.Name}): nothing runs it", job)
            : Array.FindAll(here, found => found.Watches(space) == true) is { Length: > 0 } watching ? NoPods(job, watching)
            : Array.Find(here, found => found.Watches(space) is null) is { } open
                ? Reason.Unknown(space is null ? job : open.Node, space is null ? "metadata.namespace" : open.Property)
            : new Reason($"{here[0].Node.Name} watches {string.Join(", ", here[0].Spaces!)}, but not {space}: nothing runs it", job);
    }

    private static Reason? NoPods(Node job, JobOperator[] watching) => Array.Exists(watching, one => !one.Replicas.IsUnknown && one.Replicas.Number != 0) ? null
        : Array.Find(watching, one => one.Replicas.IsUnknown) is { } open ? Reason.Unknown(open.Node, open.Replicas.Path)
        : new Reason($"{watching[0].Replicas.Path} of {watching[0].Node.Name} is 0: nothing runs it", job);

    // All jobs that an operator runs, each with the operators of its kind that are declared.
    private static IEnumerable<(Node Job, string Operator, IReadOnlyList<JobOperator> Declared)> Jobs(Estate estate) =>
        from chart in Charts
        let declared = Declared(estate, chart.Value.Name, chart.Value.Read)
        from kind in Kinds
        from job in CustomObjects.Of(estate, chart.Key, kind)
        select (job, chart.Value.Name, declared);

    /// <summary>Whether it sees the objects of a namespace; null where that cannot be told.</summary>
    public bool? Watches(string? space) => Spaces is null || (space is null && Spaces.Count > 0) ? null : Spaces.Count == 0 || Spaces.Contains(space!);

    private static IReadOnlyList<JobOperator> Declared(Estate estate, string name, Func<Node, JobOperator> read) =>
    [
        .. HelmCharts.Of(estate, name).Select(chart => chart["values"].IsUnknown || !chart["valueYamlFiles"].IsAbsent
            ? new JobOperator(chart, null, "values", default)
            : read(chart)),
        .. estate.OfTypes(Pods.Deployments).Where(node => Pods.Images(node).Any(image => image.Text is { } text && ImageName(text) == name))
            .Select(node => new JobOperator(node, null, "spec.template", node["spec"]["replicas"])),
    ];

    private static JobOperator OfFlink(Node chart)
    {
        var spaces = chart["values"]["watchNamespaces"];
        return new JobOperator(chart, Names(spaces), spaces.Path, chart["values"]["replicas"]);
    }

    // Charts of version 1 watch all namespaces where none is stated, those of version 2 the one that is called default.
    private static JobOperator OfSpark(Node chart)
    {
        var spaces = chart["values"]["spark"]["jobNamespaces"];
        var former = chart["values"]["sparkJobNamespaces"].IsAbsent ? chart["values"]["sparkJobNamespace"] : chart["values"]["sparkJobNamespaces"];
        var isFormer = chart["version"].Text?.StartsWith("1.", StringComparison.Ordinal) == true;
        var replicas = isFormer ? chart["values"]["replicaCount"] : chart["values"]["controller"]["replicas"];
        return isFormer ? new JobOperator(chart, Names(former), former.Path, replicas)
            : spaces.IsAbsent ? new JobOperator(chart, chart["version"].IsUnknown ? null : ["default"], spaces.Path, replicas)
            : new JobOperator(chart, Names(spaces), spaces.Path, replicas);
    }

    // An empty text among them stands for all.
    private static IReadOnlyList<string>? Names(Prop spaces)
    {
        if (spaces.IsUnknown || spaces.Items.Any(item => item.IsUnknown))
        {
            return null;
        }

        string[] names = spaces.Value is ListValue ? [.. spaces.Items.Select(item => item.Text ?? "")] : spaces.Text is { } one ? [one] : [];
        return names.Contains("") ? [] : names;
    }

    // The name of an image without registry, tag and digest.
    private static string ImageName(string image) => image.Split('/')[^1].Split(':', '@')[0];
}
