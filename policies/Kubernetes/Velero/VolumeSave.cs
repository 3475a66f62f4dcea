namespace DrInfra.Policies.Kubernetes.Velero;

/// <summary>What a schedule of Velero saves of a volume.</summary>
/// <param name="IsMoved">
/// Whether the data is written into the bucket; else it is a snapshot, which stays in the volume's Region. Null where that is not known.
/// </param>
/// <param name="Why">Why nothing is saved, or why that is not known; null where it is saved.</param>
internal sealed record VolumeSave(bool? IsMoved, Reason? Why);
