using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Recovery;

/// <summary>What <see cref="RecoveryManifests"/> needs.</summary>
/// <param name="Region">The Region that the manifests are kept in: the stack's own.</param>
/// <param name="Manifests">The manifests, each with its workload.</param>
public sealed record RecoveryManifestsArgs(RegionContext Region, IReadOnlyList<(WorkloadSettings Workload, RecoveryManifest Manifest)> Manifests);

/// <summary>
/// The promise of every workload, as a parameter next to its resources: previews and exports are judged by it, and the runbook
/// reads it during the event, in the Region where it runs.
/// </summary>
[Practices("A1", "A3", "T2")]
public sealed class RecoveryManifests : ComponentResource
{
    /// <summary>Declares a parameter per workload.</summary>
    public RecoveryManifests(string name, RecoveryManifestsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:recovery:RecoveryManifests", name, options)
    {
        var region = args.Region;
        foreach (var (workload, manifest) in args.Manifests)
        {
            _ = new Aws.Ssm.Parameter($"{workload.Name}-manifest-{region.Region}", new Aws.Ssm.ParameterArgs
            {
                Name = region.Names.Manifest(workload.Name),
                Description = $"Recovery manifest of {workload.Name}",
                Type = "String",

                // `value` is a secret to the provider, and a promise that previews hide cannot be judged.
                InsecureValue = manifest.ToJson(),
                Tags = region.Tags(Belonging.To(workload)),
            }, region.Child(this));
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
