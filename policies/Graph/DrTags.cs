namespace DrInfra.Policies.Graph;

/// <summary>The tags by which a program says what belongs to what.</summary>
public static class DrTags
{
    public const string Prefix = "dr:";
    public const string Pair = "dr:pair";
    public const string Workload = "dr:workload";
    public const string Tier = "dr:tier";
    public const string Owner = "dr:owner";
    public const string Role = "dr:role";
    public const string Region = "dr:region";
    public const string Environment = "dr:environment";

    /// <summary>The value of <see cref="Workload"/> and <see cref="Tier"/> for what all workloads have in common.</summary>
    public const string Shared = "shared";
}
