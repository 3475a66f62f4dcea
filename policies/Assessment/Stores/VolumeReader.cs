using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Volumes of pods that a driver makes for their claims, or that nobody here declares. Those on a file system, volume or bucket of the
/// program are in that one's store.
/// </summary>
internal sealed class VolumeReader : IStoreReader
{
    private const string Provisioner = "provisioner";

    // Wherever it is: corrupt data is in it, and the account can delete it.
    private static readonly Disruption[] Anywhere = [Disruption.Instance, Disruption.Zone, Disruption.Region];

    public IReadOnlyList<string> Types { get; } = [VolumeTypes.Claim, VolumeTypes.Volume, .. Pods.StatefulSets];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var backings = VolumeBackings.Of(context.Estate);
        var claims = VolumeClaims.Of(context.Estate);
        foreach (var claim in claims.All.Where(claim => backings.Of(claim) is null))
        {
            yield return Of(context, claim);
        }

        // A volume that no claim of the program takes holds its data all the same.
        foreach (var volume in context.Estate.OfType(VolumeTypes.Volume).Where(volume => !claims.Bound.Contains(volume)))
        {
            var place = VolumePlace.OfVolume(volume);
            if (VolumeBackings.Of(context.Estate, place) is null)
            {
                var store = Described(context, volume, volume.Name, null, [volume]);
                yield return store with { Copies = [Own(context, store, place)] };
            }
        }
    }

    private static Store Of(StoreContext context, VolumeClaim claim)
    {
        var name = claim.IsTemplate && claim.Name != claim.Node.Name ? $"{claim.Node.Name}/{claim.Name}" : claim.Node.Name;
        var store = Described(context, claim.Node, name, claim.SizeGb, claim.Volume is { } volume ? [claim.Node, volume] : [claim.Node]);
        return store with { Copies = [Own(context, store, claim.Place), .. VolumeCopies.Of(context, store, [claim])] };
    }

    private static Store Described(StoreContext context, Node node, string name, double? size, IReadOnlyList<Node> members)
    {
        var workload = context.WorkloadOf(node);
        var (label, stated, change) = context.Describe(workload, "volume", node);
        return new Store(node, workload, "volume", stated is null ? name : label, node.Region)
        {
            Members = members,
            SizeGb = stated ?? size,
            ChangeGbPerDay = change,
        };
    }

    private static Copy Own(StoreContext context, Store store, VolumePlace place)
    {
        var copy = ZoneCopy.Regional(store, "its own storage");
        return place.Kind switch
        {
            VolumeKind.Block => copy
                .Survives(
                    Disruption.Instance,
                    Derivation.Nothing("data not yet stored", "the storage keeps acknowledged writes"),
                    context.Estimates.Duration("attach it to another node", "attach", store.Workload, store.Label, store.Node.Urn))
                .Loses(Disruption.Zone, "a volume of EBS is in one zone only").Build(),
            VolumeKind.NodeDisk => copy.Loses("it is on the disk of a node", Disruption.Instance, Disruption.Zone).Build(),
            VolumeKind.Unknown => copy.Loses(place.Unknown!, Anywhere).Build(),
            _ => copy.Loses(
                Reason.Uncertain(
                    place.Id is { } id ? $"no program here declares {id}" : "the driver makes what holds its data, and no reader knows what that survives",
                    place.From, place.Property.Path.Length > 0 ? place.Property.Path : Provisioner),
                Anywhere).Build(),
        };
    }
}
