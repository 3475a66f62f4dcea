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
    /// <summary>Declares the Region's provider.</summary>
    public RegionContext(PlatformSettings settings, StackRole role)
    {
        Settings = settings;
        Role = role;
        Region = settings.Regions.Of(role);
        Names = new Names(settings);

        // The Region is in the name: a provider that moved would take its resources with it, or leave them behind unseen.
        Provider = new Aws.Provider($"aws-{Region}", new Aws.ProviderArgs
        {
            Region = Region,
            AllowedAccountIds = { settings.AccountId },

            // A standby that is scaled up in one go meets the service's rate limits.
            RetryMode = "adaptive",
        });
    }

    /// <summary>The settings of the stack.</summary>
    public PlatformSettings Settings { get; }

    /// <summary>The Region's home role.</summary>
    public StackRole Role { get; }

    /// <summary>The Region's name.</summary>
    public string Region { get; }

    /// <summary>The names of the pair.</summary>
    public Names Names { get; }

    /// <summary>The Region's provider.</summary>
    public Aws.Provider Provider { get; }

    /// <summary>The account.</summary>
    public string AccountId => Settings.AccountId;

    /// <summary>Tags of a resource of this Region.</summary>
    public InputMap<string> Tags(Belonging belonging, string? name = null) =>
        ResourceTags.For(Settings, belonging, Region, Role, name);

    /// <summary>Tags of a resource that is in no Region: IAM, global clusters. Its home role is its stack's.</summary>
    public InputMap<string> GlobalTags(Belonging belonging) =>
        ResourceTags.For(Settings, belonging, ResourceTags.Global, Settings.Role);

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
