using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Network;

public sealed class LaunchTemplateIsSound : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var template in context.Estate.OfType(Ec2Types.LaunchTemplate))
        {
            foreach (var finding in Volumes(context.Estate, template).Concat(Access(template)))
            {
                yield return finding;
            }
        }

        foreach (var group in context.Estate.OfType(AutoScalingTypes.Group))
        {
            var version = group["launchTemplate"]["version"];
            var latest = context.Estate.References.Follow(group, group["launchTemplate"]["id"], Ec2Types.LaunchTemplate).Target?.Output("latestVersion").Number;
            if (version.Number is { } pinned && (pinned < 1 || pinned > latest))
            {
                yield return Finding.Violation(group, $"it uses version {pinned} of its launch template, the latest is {latest}", version.Path);
            }
        }
    }

    private static IEnumerable<Finding> Volumes(Estate estate, Node template)
    {
        foreach (var volume in template["blockDeviceMappings"].Items.Select(mapping => mapping["ebs"]).Where(volume => !volume.IsAbsent))
        {
            var key = estate.References.Follow(template, volume["kmsKeyId"], KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.Alias);
            if (volume["encrypted"].IsUnknown)
            {
                yield return Finding.Unknown(template, volume["encrypted"].Path);
            }
            else if (volume["encrypted"].Flag != true)
            {
                yield return Finding.Violation(template, "a volume is not encrypted", volume["encrypted"].Path);
            }

            if (key.Region is { } region && template.Region is { } own && region != own)
            {
                yield return Finding.Violation(template, $"a volume has a key in {region}, a key in {own} needed", key.Path);
            }

            if (volume["deleteOnTermination"].Flag == false)
            {
                yield return Finding.Violation(template, "a volume is kept when its instance terminates: deleteOnTermination is off",
                    volume["deleteOnTermination"].Path);
            }
        }
    }

    private static IEnumerable<Finding> Access(Node template)
    {
        var options = template["metadataOptions"];
        if (options["httpEndpoint"].Text != "disabled" && !options["httpTokens"].IsUnknown && options["httpTokens"].Text != "required")
        {
            yield return Finding.Violation(template, $"httpTokens is {options["httpTokens"].Text ?? "optional"}, required needed", "metadataOptions");
        }

        // Two hops are enough for containers on the server.
        if (options["httpPutResponseHopLimit"].Number is { } hops and (< 1 or > 2))
        {
            yield return Finding.Violation(template, $"httpPutResponseHopLimit is {hops}, 1 or 2 needed", options["httpPutResponseHopLimit"].Path);
        }

        if (options["httpEndpoint"].Text == "disabled" && !template["iamInstanceProfile"].IsAbsent)
        {
            yield return Finding.Violation(template, "the metadata endpoint is off, so instances cannot use their instance profile",
                options["httpEndpoint"].Path);
        }

        if (template["imageId"].IsAbsent && template["instanceRequirements"].IsAbsent)
        {
            yield return Finding.Violation(template, "it states no image", "imageId");
        }

        if (template["iamInstanceProfile"].IsAbsent)
        {
            yield return Finding.Violation(template, "it states no instance profile, so its instances have no permissions", "iamInstanceProfile");
        }

        foreach (var face in template["networkInterfaces"].Items)
        {
            if (face["associatePublicIpAddress"].Flag == true)
            {
                yield return Finding.Violation(template, "instances get public addresses", face["associatePublicIpAddress"].Path);
            }

            if (face["deleteOnTermination"].Flag == false)
            {
                yield return Finding.Violation(template, "a network interface is kept when its instance terminates: deleteOnTermination is off",
                    face["deleteOnTermination"].Path);
            }
        }
    }
}
