namespace DrInfra.Policies.Aws.Efs;

internal static class OneZoneStorage
{
    /// <summary>The zone of a file system of One Zone storage; absent for one that is in several.</summary>
    public static Prop ZoneOf(Node files) => files["availabilityZoneName"];
}
