using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class VersioningStatusIsEnabled() : ResourceRule(S3Types.BucketVersioning, S3Types.BucketVersioningV2)
{
    private const string Configuration = "versioningConfiguration";
    private const string Status = "status";

    public override bool CanRemediate => true;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var status = node[Configuration][Status];
        return [status.IsUnknown ? Verdict.Unknown(status.Path)
            : status.Text == "Enabled" ? Verdict.Compliant
            : Verdict.Violation($"versioning is {status}, Enabled needed", status.Path)];
    }

    public override MapValue? Remediate(Node node, RuleParameters parameters)
    {
        var inputs = node.Resource.Inputs;
        var configuration = inputs[Configuration]?.Unwrapped as MapValue ?? MapValue.Empty;
        return MapValue.Of([.. inputs, new(Configuration, MapValue.Of([.. configuration, new(Status, PropertyValue.Of("Enabled"))]))]);
    }
}
