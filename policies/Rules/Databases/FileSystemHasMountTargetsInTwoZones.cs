using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Efs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FileSystemHasMountTargetsInTwoZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var files in estate.OfType(EfsTypes.FileSystem))
        {
            var targets = estate.UsersOf(files, EfsTypes.MountTarget, "fileSystemId");
            var subnets = targets.Select(target => estate.References.Follow(target, "subnetId", Ec2Types.Subnet)).ToArray();
            var zones = subnets.Select(subnet => subnet.Target is { } found ? found["availabilityZone"].Text ?? found["availabilityZoneId"].Text : null)
                .ToArray();
            // The copy is mounted when it is needed.
            if (zones.OfType<string>().Distinct().Count() > 1 || FileReplication.IsReplica(estate, files))
            {
                continue;
            }

            yield return zones.Length > 1 && zones.Contains(null)
                ? Finding.Unknown(files, "subnetId")
                : Finding.Violation(files, $"mount targets are in {zones.Distinct().Count()} {(zones.Length == 1 ? "zone" : "zones")}, 2 needed");
        }
    }
}
