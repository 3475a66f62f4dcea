using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamIsEncrypted : ResourceRule
{
    public override string Description => "A stream is encrypted.";

    public override string Why => "Records hold what the stores hold; without encryption they are the open copy of it.";

    public override string Fix => "Set encryptionType to KMS and kmsKeyId to a customer key.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var type = node["encryptionType"];
        yield return type.IsUnknown ? Verdict.Unknown(type.Path)
            : type.Text == "KMS" ? Verdict.Compliant
            : Verdict.Violation($"encryptionType is {type.Text ?? "NONE"}, KMS needed", type.Path);
    }
}
