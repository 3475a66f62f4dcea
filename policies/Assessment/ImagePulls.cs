using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// Whether pods that must start after the loss of a Region can pull their images: new nodes have none in their cache. Images of registries
/// outside AWS depend on others, and on no Region.
/// </summary>
internal sealed class ImagePulls
{
    private readonly Estate _estate;
    private readonly ImageRegistries _registries;
    private readonly ILookup<string, Node> _repositories;

    private ImagePulls(Estate estate)
    {
        _estate = estate;
        _registries = new ImageRegistries(estate);
        _repositories = estate.OfType(EcrTypes.Repository).ToLookup(ImageRegistries.NameOf);
    }

    public static ImagePulls Of(Estate estate) => estate.Once(static estate => new ImagePulls(estate));

    /// <summary>Why new pods of a group do not start; null where they do, or it is no group of pods.</summary>
    /// <param name="others">The other Regions of its workload, of which one is lost.</param>
    public Derivation? Withheld(ServerGroup group, IReadOnlyCollection<string?> others)
    {
        var label = $"new pods of {group.Node.Name} pull their images";
        return Missing(group.Node, others) switch
        {
            null => null,
            var missing => UnknownReason.OrNever(label, missing),
        };
    }

    /// <summary>Why an image of some pods cannot be pulled when another Region is lost, or why that is not known; null where all can.</summary>
    /// <param name="isPushedTo">Whether images are pushed into the registry of their Region, so that nothing has to bring them there.</param>
    public Reason? Missing(Node pods, IReadOnlyCollection<string?> others, bool isPushedTo = false) =>
        Reason.Deciding(JobPods.Images(pods).Select(image => Missing(pods, image, others, isPushedTo)).OfType<Reason>());

    private Reason? Missing(Node pods, Prop image, IReadOnlyCollection<string?> others, bool isPushedTo)
    {
        if (image.IsUnknown)
        {
            return Reason.Unknown(pods, image.Path);
        }

        return ImageName.Parse(image.Text) is not { } name ? null
            : name.Region == pods.Region ? Unfilled(pods, image, name, others, isPushedTo)
            : !others.Contains(name.Region) ? null
            : new Reason($"image {name.Repository} is in the registry of {name.Region}, and cannot be pulled when that Region is lost", pods, image.Path);
    }

    // Of its own Region's registry: what brings it there before it is needed.
    private Reason? Unfilled(Node pods, Prop image, ImageName name, IReadOnlyCollection<string?> others, bool isPushedTo)
    {
        if (CachedImages.RuleOf(_estate, name) is { } cache)
        {
            return CachedImages.UpstreamRegion(cache) is { } upstream && others.Contains(upstream)
                ? new Reason(
                    $"image {name.Repository} is cached from the registry of {upstream}, and cannot be pulled when that Region is lost", pods, image.Path)
                : null;
        }

        if (isPushedTo || ImagePushes.Of(_estate).Into(name))
        {
            return null;
        }

        if (name.Digest is null)
        {
            return Reason.Uncertain(
                $"image {name.Repository} has no digest, so nothing tells whether it is in the registry of {name.Region}: push it, then name it by its digest",
                pods, image.Path);
        }

        return _registries.Into(name.Region, name.Repository, name.Account) switch
        {
            { Unknown.IsUnknown: true } perhaps => Reason.Unknown(perhaps.Node, perhaps.Unknown.Path),
            not null => null,
            null when IsForeseen(pods, name) => new Reason(
                $"no replication and no push of this program brings image {name.Repository} into the registry of {name.Region}", pods, image.Path),
            null => Reason.Uncertain($"nothing declared tells who pushes image {name.Repository} into the registry of {name.Region}", pods, image.Path),
        };
    }

    // Who declares the repository of the other Region, or its registry's rules, would declare what fills this one. In a stranger's stack that
    // declares both repositories a pipeline may push into both.
    private bool IsForeseen(Node pods, ImageName name)
    {
        Node[] own = [.. _repositories[name.Repository].Where(node => Accounts.Of(node) is not { } account || account == name.Account)];
        var isOther = Array.Exists(own, node => node.Region != name.Region);
        return own.Length > 0 && (_registries.AreDeclaredOutside(name.Region)
            || (pods.Stack.IsForeign ? !Array.Exists(own, node => node.Region == name.Region) : isOther || EstateScope.IsWhole(_estate)));
    }
}
