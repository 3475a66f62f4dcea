namespace DrInfra.Infra.Conventions;

/// <summary>
/// Trust policies of roles that a service assumes without saying for whom. A role can be passed to a service within its own
/// account only, so no other account's resource gets it.
/// </summary>
public static class ServiceTrust
{
    /// <summary>EC2 says nothing of a source when an instance gets its role.</summary>
    public static string Ec2 { get; } = Of("ec2.amazonaws.com");

    /// <summary>
    /// The trust that Synthetics asks for, without a condition
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html).
    /// </summary>
    public static string Canary { get; } = Of("lambda.amazonaws.com");

    private static string Of(string service) => PolicyDocument.Of(new Statement
    {
        Sid = "AssumedByService",
        Action = ["sts:AssumeRole"],
        Principal = new() { ["Service"] = [service] },
    });
}
