using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Policies.Rules.Copies;

public sealed class DatasyncTaskVerifies() : ResourceRule(DataSyncTypes.Task)
{
    // POINT_IN_TIME_CONSISTENT is the default of Basic mode, ONLY_FILES_TRANSFERRED of Enhanced mode, which takes no other.
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var task = new SyncTask(node, null, null);
        var verify = task.Verification;
        yield return verify.IsUnknown ? Verdict.Unknown(verify.Path)
            : verify.Text == "NONE" ? Verdict.Violation("verifyMode is NONE: nothing compares the copy with its source", verify.Path)
            : verify.Text == "POINT_IN_TIME_CONSISTENT" && task.Mode.Text == "ENHANCED"
                ? Verdict.Violation("verifyMode is POINT_IN_TIME_CONSISTENT, which a task in Enhanced mode does not take", verify.Path)
            : Verdict.Compliant;
    }
}
