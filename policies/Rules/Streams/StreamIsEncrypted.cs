using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var type = node["encryptionType"];
        yield return type.IsUnknown ? Verdict.Unknown(type.Path)
            : type.Text == "KMS" ? Verdict.Compliant
            : Verdict.Violation($"encryptionType is {type.Text ?? "NONE"}, KMS needed", type.Path);
    }
}
