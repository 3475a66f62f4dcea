namespace DrInfra.Policies.Kubernetes;

/// <summary>The proxy that Linkerd adds to pods when they are created: a container that the program does not state.</summary>
internal static class InjectedProxy
{
    private const string Inject = "linkerd.io/inject";

    /// <summary>
    /// Why nothing tells whether the proxy requests a resource: it is added, and no annotation says how much it requests, which by default is
    /// nothing. Null where one does, or none is added.
    /// </summary>
    public static Reason? Unrequested(Estate estate, Node pods, string resource)
    {
        Prop[] annotations =
        [
            Pods.Template(pods)["metadata"]["annotations"], NamespaceIndex.In(estate).Of(pods)?["metadata"]["annotations"] ?? default,
        ];
        var stated = annotations.Select(found => found[Inject].Text).FirstOrDefault(text => text is not null);
        return stated is "enabled" or "ingress" && !annotations.Any(found => found[$"config.linkerd.io/proxy-{resource}-request"].IsStated())
            && !PodRequests.In(estate).FillsIn(pods, resource)
            ? Reason.Uncertain($"Linkerd adds a proxy to pods of {pods.Name}, and no annotation states its {resource} request", pods, annotations[0].Path)
            : null;
    }
}
