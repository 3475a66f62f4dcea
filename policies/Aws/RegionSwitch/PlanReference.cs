namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>References out of the workflows of a plan: all of them share one list of dependencies, so an unknown one is found by being the only one of its
/// type.</summary>
internal static class PlanReference
{
    public static Reference Follow(Estate estate, Node plan, Prop property, string type) => StatedName.Follow(estate, plan, property, [type]);
}
