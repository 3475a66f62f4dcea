namespace DrInfra.Policies.Aws.Efs;

internal static class OneZoneStorage
{
    /// <summary>The zone of a file system of One Zone storage; absent for one that is in several. An export spells none as an empty text.</summary>
    public static Prop ZoneOf(Node files) => files["availabilityZoneName"] is var zone && zone.IsStated() ? zone : default;
}
