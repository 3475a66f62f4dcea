using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FsxSpansZones : ResourceRule
{
    public override string Description => "A file system of FSx is in two zones.";

    public override string Why => "One in a single zone is gone with it until it is restored from a backup.";

    public override string Fix => "Choose a deploymentType that begins with MULTI_AZ, with two subnetIds.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1"];

    public override IReadOnlyList<string> Also => ["FSx.3", "FSx.4", "FSx.5"];

    public override IReadOnlyList<string> AppliesTo =>
    [
        FsxTypes.OntapFileSystem, FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem,
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var system = new FsxFileSystem(node);
        var kind = system.Deployment;
        yield return kind.IsUnknown ? Verdict.Unknown(kind.Path)
            : system.SpansZones ? Verdict.Compliant
            : Verdict.Violation($"deploymentType is {kind.Text ?? "SINGLE_AZ_1"}: it is in one zone", kind.Path);
    }
}
