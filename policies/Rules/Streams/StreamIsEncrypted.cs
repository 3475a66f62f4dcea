using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamIsEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A stream is encrypted.",
        Why: "Records hold what the stores hold; without encryption they are the open copy of it.",
        Fix: "Set encryptionType to KMS and kmsKeyId to a customer key.",
        Severity.High, "B5", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var type = node["encryptionType"];
        yield return type.IsUnknown ? Verdict.Unknown(type.Path)
            : type.Text == "KMS" ? Verdict.Compliant
            : Verdict.Violation($"encryptionType is {type.Text ?? "NONE"}, KMS needed", type.Path);
    }
}
