using DrInfra.Policies.Reading;
using DrInfra.Policies.Recovery.Stores;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamIsEncrypted : ResourceRule
{
    public override string Description => "A stream is encrypted, with a key of its own.";

    public override string Why => "Records hold what the stores hold; without encryption they are the open copy of it.";

    public override string Fix => "Set encryptionType to KMS and kmsKeyId to a customer key.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [KinesisReader.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (type, key) = (node["encryptionType"], node["kmsKeyId"]);
        if (type.IsUnknown || type.Text != "KMS")
        {
            return [type.IsUnknown ? Verdict.Unknown(type.Path) : Verdict.Violation($"encryptionType is {type.Text ?? "NONE"}, KMS needed", type.Path)];
        }

        return
        [
            key.IsAbsent || key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true
                ? Verdict.Violation("it is under a key that AWS manages", key.Path)
                : Verdict.Compliant,
        ];
    }
}
