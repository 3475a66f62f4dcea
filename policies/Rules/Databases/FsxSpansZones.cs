using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FsxSpansZones : ResourceRule
{
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
