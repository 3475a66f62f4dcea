using DrInfra.Policies.Kubernetes.Velero;
using DrInfra.Policies.Kubernetes.Volumes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class VeleroScheduleSavesItsVolumes : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var velero = VeleroEstate.Of(context.Estate);
        return VolumeClaims.Of(context.Estate).All.SelectMany(velero.Of)
            .Select(pair => pair.Save.Why ?? (pair.Save.IsMoved == true ? pair.Schedule.Location?.Closed : null)).OfType<Reason>()
            .Distinct().Where(reason => reason.Node is not null).Select(Finding.Of);
    }
}
