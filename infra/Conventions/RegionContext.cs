using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Conventions;

/// <summary>
/// One Region as components see it: its provider, its home role, and the names and tags of what is declared there. Every resource
/// gets its provider from here, so none can fall back to an ambient Region.
/// </summary>
public sealed class RegionContext
{
    /// <summary>The value of <c>dr:role</c> of what is in the third Region.</summary>
    public const string Witness = "witness";

    private readonly string _environment;
    private readonly string _roleText;
    private readonly StackRole _stackRole;

    /// <summary>Declares the Region's provider.</summary>
    public RegionContext(PlatformSettings settings, StackRole role)
        : this(settings, role, settings.Regions.Of(role), ResourceTags.RoleText(role))
    {
    }

    private RegionContext(PlatformSettings settings, StackRole role, string region, string roleText)
    {
        _roleText = roleText;
        (_environment, _stackRole) = (settings.Environment, settings.Role);
        Identity = settings.Identity;
        Names = Identity.Names;
        Shared = Belonging.Shared(settings);
        Role = role;
        Region = region;

        // The Region is in the name: a provider that moved would take its resources with it, or leave them behind unseen.
        Provider = new Aws.Provider($"aws-{Region}", new Aws.ProviderArgs
        {
            Region = Region,
            AllowedAccountIds = { settings.AccountId },

            // A standby that is scaled up in one go meets the service's rate limits.
            RetryMode = "adaptive",
        });
    }

    /// <summary>The third Region, which watches the two of the pair; null where the settings name none. It is the primary's stack that declares it.</summary>
    public static RegionContext? OfWitness(PlatformSettings settings) =>
        settings.WitnessRegion is { } region ? new(settings, StackRole.Primary, region, Witness) : null;

    /// <summary>The pair that the Region is one of.</summary>
    public PairIdentity Identity { get; }

    /// <summary>The Region's home role; of the third Region, that of the stack which declares it.</summary>
    public StackRole Role { get; }

    /// <summary>The Region's name.</summary>
    public string Region { get; }

    /// <summary>The names of the pair.</summary>
    public Names Names { get; }

    /// <summary>What resources belong to that all workloads use.</summary>
    public Belonging Shared { get; }

    /// <summary>The Region's provider.</summary>
    public Aws.Provider Provider { get; }

    /// <summary>The account.</summary>
    public string AccountId => Identity.AccountId;

    /// <summary>Tags of a resource of this Region.</summary>
    public InputMap<string> Tags(Belonging belonging, string? name = null) => TagTexts(belonging, name);

    /// <summary>The same tags, where a property does not take them as a map.</summary>
    public Dictionary<string, string> TagTexts(Belonging belonging, string? name = null) =>
        ResourceTags.For(_environment, Identity.Pair, belonging, Region, _roleText, name);

    /// <summary>Tags of a resource that is in no Region: IAM, global clusters. Its home role is its stack's.</summary>
    public InputMap<string> GlobalTags(Belonging belonging) =>
        ResourceTags.For(_environment, Identity.Pair, belonging, ResourceTags.Global, ResourceTags.RoleText(_stackRole));

    /// <summary>The same, as labels of a Kubernetes object.</summary>
    public Dictionary<string, string> Labels(Belonging belonging) => KubernetesLabels.Of(TagTexts(belonging));

    /// <summary>Options of a child in this Region.</summary>
    public CustomResourceOptions Child(Resource parent, params Resource[] after) =>
        new() { Parent = parent, Provider = Provider, DependsOn = after };

    /// <summary>
    /// Options of a child that holds data, or without which data cannot be read: protected from deletion, and left alone when it
    /// leaves the program.
    /// </summary>
    public CustomResourceOptions DataChild(Resource parent, params Resource[] after)
    {
        var options = Child(parent, after);
        options.Protect = true;
        options.RetainOnDelete = true;
        return options;
    }
}
