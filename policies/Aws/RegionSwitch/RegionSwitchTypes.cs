namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>Type tokens of the provider's module <c>aws:arcregionswitch</c>.</summary>
public static class RegionSwitchTypes
{
    public const string Plan = "aws:arcregionswitch/plan:Plan";
}
