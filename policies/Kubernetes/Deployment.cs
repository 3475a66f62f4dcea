namespace DrInfra.Policies.Kubernetes;

/// <summary>A deployment, which keeps a number of pods running.</summary>
/// <param name="Scaler">The horizontal autoscaler that scales it; null where nothing does.</param>
internal readonly record struct Deployment(Node Node, Node? Scaler)
{
    public Prop Replicas => Node["spec"]["replicas"];

    public Prop MinReplicas => Scaler?["spec"]["minReplicas"] ?? Replicas;

    public Prop MaxReplicas => Scaler?["spec"]["maxReplicas"] ?? Replicas;

    /// <summary>How many pods there are at least: one where nothing is stated.</summary>
    public double Least => MinReplicas.Number ?? 1;

    /// <summary>How many stand when nothing happens.</summary>
    public double Standing => Math.Max(Least, Scaler is null ? 0 : Replicas.Number ?? 0);

    public double Most => MaxReplicas.Number ?? 1;

    /// <summary>Seconds until a new pod counts.</summary>
    public Prop MinReadySeconds => Node["spec"]["minReadySeconds"];

    public static IEnumerable<Deployment> AllIn(Estate estate) =>
        estate.OfTypes(Pods.Deployments).Select(node => new Deployment(node, Pods.ScalerOf(estate, node)));
}
