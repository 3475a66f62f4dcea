using DrInfra.Drctl.Kubernetes;

namespace DrInfra.Drctl.Rendering;

/// <summary>Type tokens as people read them.</summary>
internal static class TypeNames
{
    private const string Provider = "pulumi:providers:";

    /// <summary>
    /// <c>aws:rds/cluster:Cluster</c> is "rds Cluster", <c>drinfra:data:GlobalTable</c> is "GlobalTable", and <c>kubernetes:apps/v1:Deployment</c> is
    /// "kubernetes Deployment".
    /// </summary>
    public static string Short(string type)
    {
        if (type.StartsWith(Provider, StringComparison.Ordinal))
        {
            return $"{type[Provider.Length..]} provider";
        }

        if (KubernetesType.Of(type) is { } kind)
        {
            return $"kubernetes {kind.Shown}";
        }

        var parts = type.Split(':');
        if (parts.Length != 3)
        {
            return type;
        }

        var module = parts[1].Split('/')[0];
        return parts[0] switch
        {
            "aws" => $"{module} {parts[2]}",
            "drinfra" => parts[2],
            _ => module is "index" or "" ? $"{parts[0]} {parts[2]}" : $"{parts[0]} {module} {parts[2]}",
        };
    }
}
