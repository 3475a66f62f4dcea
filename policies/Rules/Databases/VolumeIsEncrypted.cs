using DrInfra.Policies.Aws.Ebs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeIsEncrypted : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var volume in context.Estate.OfType(EbsTypes.Volume))
        {
            var byDefault = context.Estate.OfType(EbsTypes.EncryptionByDefault)
                .Any(setting => setting.Region == volume.Region && setting["enabled"].Flag != false);
            yield return new Finding(volume, FlagVerdict.Of(volume["encrypted"], wanted: true, serviceDefault: byDefault, "the volume is not encrypted"));
        }
    }
}
