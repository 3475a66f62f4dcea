using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Conventions;

/// <summary>What a resource belongs to: a workload, or <c>shared</c>.</summary>
/// <param name="Workload">Value of <c>dr:workload</c>.</param>
/// <param name="Tier">Value of <c>dr:tier</c>.</param>
/// <param name="Owner">Value of <c>dr:owner</c>.</param>
public sealed record Belonging(string Workload, string Tier, string Owner)
{
    /// <summary>To one workload.</summary>
    public static Belonging To(WorkloadSettings workload) => new(workload.Name, workload.Tier.Name, workload.Owner);

    /// <summary>To all workloads of the pair.</summary>
    public static Belonging Shared(PlatformSettings settings) => new("shared", "shared", settings.Owner);
}

/// <summary>The tags that every taggable resource carries.</summary>
public static class ResourceTags
{
    /// <summary>Value of <c>dr:region</c> for what is in no Region.</summary>
    public const string Global = "global";

    /// <summary>The tags; <paramref name="name"/> becomes the <c>Name</c> that consoles show, where the service has no name of its own.</summary>
    public static Dictionary<string, string> For(
        string environment, string pair, Belonging belonging, string region, string role, string? name = null)
    {
        var tags = new Dictionary<string, string>
        {
            ["dr:environment"] = environment,
            ["dr:owner"] = belonging.Owner,
            ["dr:pair"] = pair,
            ["dr:region"] = region,
            ["dr:role"] = role,
            ["dr:tier"] = belonging.Tier,
            ["dr:workload"] = belonging.Workload,
            ["managed-by"] = "pulumi",
        };
        if (name is not null)
        {
            tags["Name"] = name;
        }

        return tags;
    }

    /// <summary>A role as tags and manifests spell it.</summary>
    public static string RoleText(StackRole role) => role == StackRole.Primary ? "primary" : "standby";
}
