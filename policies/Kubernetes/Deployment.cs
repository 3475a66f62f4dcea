namespace DrInfra.Policies.Kubernetes;

/// <summary>A deployment, which keeps a number of pods running.</summary>
/// <param name="Scaler">The autoscaler that scales it; null where nothing does.</param>
internal readonly record struct Deployment(Node Node, PodScaler? Scaler)
{
    public Prop Replicas => Node["spec"]["replicas"];

    public Prop MinReplicas => Scaler?.Min ?? Replicas;

    public Prop MaxReplicas => Scaler?.Max ?? Replicas;

    /// <summary>That its HorizontalPodAutoscaler is off: no replicas are stated, and that is what turns one off.</summary>
    public bool IsOff => Scaler is { IsScaledObject: false } && Replicas.Number == 0;

    /// <summary>How many pods there are at least: one where nothing is stated.</summary>
    public double Least => IsOff ? 0 : Scaler is { } scaler ? scaler.Least ?? 0 : Replicas.Number ?? 1;

    public double Most => Scaler is { } scaler ? scaler.Most ?? 0 : Replicas.Number ?? 1;

    /// <summary>Seconds until a new pod counts.</summary>
    public Prop MinReadySeconds => Node["spec"]["minReadySeconds"];

    public static IEnumerable<Deployment> AllIn(Estate estate) =>
        estate.OfTypes(Pods.Deployments).Select(node => Of(estate, node));

    public static Deployment Of(Estate estate, Node node) => new(node, Pods.ScalerOf(estate, node) is { } scaler ? new PodScaler(scaler) : null);
}
