using DrInfra.Policies.Aws.Ebs;

namespace DrInfra.Policies.Rules.Databases;

public sealed class VolumeIsEncrypted : StackRule
{
    protected override RuleDescriptor About => new(
        "A volume is encrypted, by its own words or by the account's default in its Region.",
        Why: "A snapshot of an open volume is open too, wherever it is copied.",
        Fix: "Set encrypted to true, or declare EncryptionByDefault in the Region.",
        Severity.High, "B5", Level.Mandatory);

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
