using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Access;

public sealed class ServersUseWhatIsInTheirRegion : StackRule
{
    // The type whose property names the profile; the role then works in that resource's Region.
    private static readonly (string Type, Func<Node, Prop> Profile)[] Servers =
    [
        (Ec2Types.LaunchTemplate, node => node["iamInstanceProfile"]["arn"].IsAbsent ? node["iamInstanceProfile"]["name"] : node["iamInstanceProfile"]["arn"]),
        (Ec2Types.Instance, node => node["iamInstanceProfile"]),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Users(context.Estate).Distinct().SelectMany(use => Judge(context.Estate, use.Role, use.Region));

    private static IEnumerable<(Node Role, string Region)> Users(Estate estate)
    {
        foreach (var (type, property) in Servers)
        {
            foreach (var server in estate.OfType(type))
            {
                if (server.Region is { } region && estate.References.Follow(server, property(server), IamTypes.InstanceProfile).Target is { } profile
                    && estate.References.Follow(profile, "role", IamTypes.Role).Target is { } role)
                {
                    yield return (role, region);
                }
            }
        }

        foreach (var use in RoleUse.Of(estate, LambdaTypes.Function))
        {
            if (use is { User.Region: { } region, Role.Target: { } role })
            {
                yield return (role, region);
            }
        }
    }

    private static IEnumerable<Finding> Judge(Estate estate, Node role, string region)
    {
        foreach (var statement in RoleGrants.Of(estate, role).Statements.Where(statement => statement.Allows))
        {
            var named = statement.Resources.Select(resource => RegionOf(estate, resource)).OfType<string>().ToArray();
            if (named.Length > 0 && named.Length == statement.Resources.Count && !named.Any(pattern => IamPattern.Matches(pattern, region)))
            {
                yield return Finding.Violation(
                    role, $"the role is used in {region} but allows {string.Join(", ", statement.Actions)} only on {statement.Resources[0]}");
            }
        }
    }

    // A bucket's ARN does not say where it is; the bucket does.
    private static string? RegionOf(Estate estate, string resource)
    {
        if (!Arn.TryParse(resource, out var arn))
        {
            return null;
        }

        return arn.Service == "s3" ? estate.References.Named(null, $"arn:aws:s3:::{arn.Resource.Split('/')[0]}", S3Types.Bucket, S3Types.BucketV2)?.Region
            : arn.Region.Length > 0 ? arn.Region : null;
    }
}
