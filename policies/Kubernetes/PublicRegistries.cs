namespace DrInfra.Policies.Kubernetes;

/// <summary>Registries that anybody may pull from.</summary>
internal static class PublicRegistries
{
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "docker.io", "index.docker.io", "registry-1.docker.io", "ghcr.io", "quay.io", "public.ecr.aws", "gcr.io", "registry.k8s.io", "k8s.gcr.io",
        "mcr.microsoft.com", "registry.gitlab.com", "nvcr.io", "docker.elastic.co",
    };

    /// <summary>The public registry of an image; null where it comes from another. An image without a host is of Docker Hub.</summary>
    public static string? Of(string image)
    {
        var first = image.Split('/')[0];
        var host = first.Length < image.Length && (first.AsSpan().IndexOfAny('.', ':') >= 0 || first == "localhost") ? first : "docker.io";
        return Hosts.Contains(host) ? host : null;
    }
}
