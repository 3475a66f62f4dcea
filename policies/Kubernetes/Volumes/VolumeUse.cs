namespace DrInfra.Policies.Kubernetes.Volumes;

/// <summary>A pod, or what makes pods, that mounts a claim.</summary>
/// <param name="Volume">The name of the volume in the pod.</param>
internal readonly record struct VolumeUse(Node Node, string Volume);
