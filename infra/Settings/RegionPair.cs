namespace DrInfra.Infra.Settings;

/// <summary>The two Regions of a pair of stacks.</summary>
/// <param name="Primary">The Region that writes when nothing is wrong.</param>
/// <param name="Standby">The Region that takes over; another one.</param>
public sealed record RegionPair(string Primary, string Standby)
{
    /// <summary>The Region of a role.</summary>
    public string Of(StackRole role) => role == StackRole.Primary ? Primary : Standby;

    /// <summary>The home role of a Region of the pair.</summary>
    public StackRole RoleOf(string region) => region == Primary ? StackRole.Primary : StackRole.Standby;

    /// <summary>The other Region of the pair.</summary>
    public string OtherThan(string region) => region == Primary ? Standby : Primary;
}
