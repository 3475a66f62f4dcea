using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class LifecycleCopiesAreEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "Snapshots that a lifecycle policy copies to another Region are encrypted there, kept, and the policy runs.",
        Why: "A copy is encrypted only where the copying says so; an open copy elsewhere is worse than none.",
        Fix: "Set encrypted with a cmkArn in each crossRegionCopyRule and copy action, and state ENABLED.",
        Severity.High, "B5 B6", Level.Mandatory,
        Published: "CKV_AWS_253, DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE");

    public override IReadOnlyList<string> AppliesTo => [DlmTypes.LifecyclePolicy];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var details = node["policyDetails"];
        var rules = details["schedules"].Items.SelectMany(schedule => schedule["crossRegionCopyRules"].Items)
            .Select(rule => (Encrypted: rule["encrypted"], Target: !rule["target"].IsStated() ? rule["targetRegion"] : rule["target"]));
        var actions = details["action"]["crossRegionCopies"].Items.Select(copy => (Encrypted: copy["encryptionConfiguration"]["encrypted"], Target: copy["target"]));
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
