using DrInfra.Policies.Aws.RecoveryControl;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class RoutingControlsAreOfOneCluster : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var control in estate.OfType(RecoveryControlTypes.RoutingControl))
        {
            var panel = estate.References.Follow(control, "controlPanelArn", RecoveryControlTypes.ControlPanel).Target;
            foreach (var finding in Compare(estate, control, panel, "clusterArn", RecoveryControlTypes.Cluster))
            {
                yield return finding;
            }
        }

        foreach (var rule in estate.OfType(RecoveryControlTypes.SafetyRule))
        {
            var controls = new[] { "assertedControls", "gatingControls", "targetControls" }
                .SelectMany(property => estate.References.FollowAll(rule, rule[property], RecoveryControlTypes.RoutingControl));
            foreach (var finding in controls.Select(control => control.Target).OfType<Node>()
                .SelectMany(control => Compare(estate, rule, control, "controlPanelArn", RecoveryControlTypes.ControlPanel)))
            {
                yield return finding;
            }
        }

        foreach (var panel in estate.OfType(RecoveryControlTypes.ControlPanel).Where(panel => !panel["clusterArn"].IsStated()))
        {
            yield return Finding.Violation(panel, "it names no cluster", "clusterArn");
        }
    }

    private static IEnumerable<Finding> Compare(Estate estate, Node node, Node? other, string property, string type)
    {
        if (other is null)
        {
            yield break;
        }

        var (own, wanted) = (estate.References.Follow(node, property, type), estate.References.Follow(other, property, type));
        if (own.IsUnknown || wanted.IsUnknown)
        {
            yield return Finding.Unknown(node, property);
        }
        else if (own.Target != wanted.Target || (own.Target is null && own.Text != wanted.Text))
        {
            yield return Finding.Violation(node, $"its {property} differs from that of {other.Name}", property);
        }
    }
}
