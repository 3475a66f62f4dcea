namespace DrInfra.Policies.Kubernetes;

/// <summary>Registers the pods of a Service with a target group that stands outside of the cluster.</summary>
internal readonly record struct TargetGroupBinding(Node Node)
{
    /// <summary>Those that EKS Auto Mode reads.</summary>
    public static readonly IReadOnlyList<string> OfAutoMode = ["kubernetes:eks.amazonaws.com/v1:TargetGroupBinding"];

    public static readonly IReadOnlyList<string> Types = [.. OfAutoMode, "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding"];

    /// <summary>The ARN of the target group.</summary>
    public Prop TargetGroup => Node["spec"]["targetGroupARN"].IsAbsent ? Node["spec"]["targetGroupName"] : Node["spec"]["targetGroupARN"];

    public Prop TargetType => Node["spec"]["targetType"];

    public Prop Service => Node["spec"]["serviceRef"]["name"];

    /// <summary>The port of the Service, by number or name.</summary>
    public Prop Port => Node["spec"]["serviceRef"]["port"];

    public bool IsOfAutoMode => OfAutoMode.Contains(Node.Type, StringComparer.Ordinal);
}
