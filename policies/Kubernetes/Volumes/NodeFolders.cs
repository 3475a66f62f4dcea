namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>Volumes that are a folder of the node (<c>hostPath</c>).</summary>
internal static class NodeFolders
{
    // What belongs to the node: agents read it, and what they write there is the node's.
    private static readonly string[] OfNode =
    [
        "/boot", "/dev", "/etc", "/lib", "/proc", "/run", "/sys", "/tmp", "/usr", "/var/lib/containerd", "/var/lib/docker", "/var/lib/kubelet", "/var/log",
        "/var/run",
    ];

    /// <summary>Whether pods that serve keep data in one: they may write to it, and it is none of the node's own.</summary>
    public static bool HoldsData(Node node, Prop volume)
    {
        var (folder, name) = (volume["hostPath"], volume["name"].Text);
        return Pods.Serving.Contains(node.Type) && folder.IsStated()
            && folder["type"].Text is not ("Socket" or "File" or "CharDevice" or "BlockDevice")
            && folder["path"].Text is { } path && path.Trim('/').Length > 0
            && !OfNode.Any(own => $"{path.TrimEnd('/')}/".StartsWith($"{own}/", StringComparison.Ordinal))
            && Pods.Containers(node).SelectMany(container => container["volumeMounts"].Items)
                .Any(mount => mount["name"].Text == name && mount["readOnly"].Flag != true);
    }
}
