using DrInfra.Policies.Aws.Dlm;

namespace DrInfra.Policies.Rules.Databases;

public sealed class LifecycleCopiesAreEncrypted() : ResourceRule(DlmTypes.LifecyclePolicy)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var details = node["policyDetails"];
        var rules = details["schedules"].Items.SelectMany(schedule => schedule["crossRegionCopyRules"].Items)
            .Select(rule => (Encrypted: rule["encrypted"], Target: !rule["target"].IsStated() ? rule["targetRegion"] : rule["target"]));
        var actions = details["action"]["crossRegionCopies"].Items.Select(copy =>
            (Encrypted: copy["encryptionConfiguration"]["encrypted"], Target: copy["target"]));
        foreach (var (encrypted, target) in rules.Concat(actions))
        {
            yield return FlagVerdict.Of(encrypted, wanted: true, serviceDefault: false, $"its copies in {target} are not encrypted");
            if (target.Text is { } region && region == node.Region)
            {
                yield return Verdict.Violation($"it copies to {region}, its own Region", target.Path);
            }
        }

        if (node["state"].Text == "DISABLED")
        {
            yield return Verdict.Violation("it is off: state is DISABLED", "state");
        }
    }
}
