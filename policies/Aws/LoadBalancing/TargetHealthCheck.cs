using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.LoadBalancing;

/// <summary>How a load balancer asks the targets of a group whether they answer; where nothing is stated, by the defaults of the provider.</summary>
internal readonly record struct TargetHealthCheck(Node Group)
{
    private Prop Stated => Group["healthCheck"];

    public bool IsOff => Stated["enabled"].Flag == false;

    public bool IsUnknown => Stated.IsUnknown || Stated["interval"].IsUnknown || Stated["unhealthyThreshold"].IsUnknown;

    /// <summary>Seconds between two questions.</summary>
    public double Interval => Stated["interval"].Number ?? FactBook.Number("elb-check-interval-default");

    /// <summary>How many successes in a row make a target healthy.</summary>
    public double HealthyThreshold => Stated["healthyThreshold"].Number ?? FactBook.Number("elb-healthy-threshold-default");

    /// <summary>How many failures in a row make a target dead.</summary>
    public double UnhealthyThreshold => Stated["unhealthyThreshold"].Number ?? FactBook.Number("elb-unhealthy-threshold-default");
}
