using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LogGroupIsEncrypted : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from log in context.Estate.OfType(CloudWatchTypes.LogGroup)
        let verdict = Judge(context.Estate, log)
        where verdict is not null
        select new Finding(log, verdict);

    private static Verdict? Judge(Estate estate, Node log)
    {
        var property = log["kmsKeyId"];
        if (property.IsAbsent || property.Text == "")
        {
            return Verdict.Violation("the log group has no customer managed key", property.Path);
        }

        var reference = Keys.Follow(estate, log, property);
        if (reference.Region is { } region && log.Region is { } own && region != own)
        {
            return Verdict.Violation($"its key is in {region}, the log group in {own}", property.Path);
        }

        return reference.Target is { } key
            ? log.Region is { } home && KeyPolicies.Refuses(estate, key, $"logs.{home}.amazonaws.com", "kms:GenerateDataKey", "kms:Decrypt") is { } refused
                ? Verdict.Of(refused)
                : null
            : ReferenceVerdict.Of(estate, reference, "the key");
    }
}
