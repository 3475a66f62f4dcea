namespace DrInfra.Policies.Aws.Route53;

/// <summary>The kinds of health checks of Route 53.</summary>
internal static class HealthCheckTypes
{
    private static readonly string[] Endpoint = ["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP"];
    private static readonly string[] Other = [HealthCheck.Calculated, HealthCheck.OnAlarm, HealthCheck.OnRoutingControl];

    public static bool IsOnEndpoint(Node check) => Endpoint.Contains(check["type"].Text, StringComparer.Ordinal);

    public static bool IsKnown(string type) => Endpoint.Contains(type, StringComparer.Ordinal) || Other.Contains(type, StringComparer.Ordinal);
}
