namespace DrInfra.Infra.Settings;

/// <summary>How a workload serves: instances of one image behind a load balancer, in each Region.</summary>
/// <param name="Image">
/// The SSM parameter that holds the image's id, of the same name in each Region (images are Regional); it is resolved when an
/// instance starts.
/// </param>
/// <param name="Port">The TCP port that clients and health checks use; TLS ends in the workload. 1 to 65535.</param>
/// <param name="InstanceType">For example <c>m7g.large</c>.</param>
/// <param name="Instances">Instances at full size, in all zones together; 3 to 300, so that each zone has one.</param>
public sealed record ServingSettings(string Image, int Port, string InstanceType, int Instances);
