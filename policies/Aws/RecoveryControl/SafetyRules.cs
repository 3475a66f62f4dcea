using System.Globalization;

namespace DrInfra.Policies.Aws.RecoveryControl;

/// <summary>
/// What safety rules let happen to routing controls. An assertion rule refuses every change after which not as many of its controls are on
/// as it asks for. Source: the API reference of routing control, AssertionRule and RuleConfig.
/// </summary>
internal static class SafetyRules
{
    /// <summary>Why a routing control can never be turned off while the others of its rule stay on; null where it can.</summary>
    public static Reason? KeepsOn(Estate estate, Node control) => estate.OfType(RecoveryControlTypes.SafetyRule)
        .Where(rule =>
            estate.References.FollowAll(rule, rule["assertedControls"], RecoveryControlTypes.RoutingControl).Any(asserted => asserted.Target == control))
        .Select(KeepsAllOn).FirstOrDefault(reason => reason is not null);

    /// <summary>Why an assertion rule lets none of its controls be turned off; null where it lets one.</summary>
    public static Reason? KeepsAllOn(Node rule)
    {
        var (config, asserted) = (rule["ruleConfig"], rule["assertedControls"]);
        if (!asserted.IsStated() || config["inverted"].Flag == true)
        {
            return null;
        }

        if (asserted.IsUnknown || config["type"].IsUnknown || config["threshold"].IsUnknown)
        {
            return Reason.Unknown(rule, asserted.IsUnknown ? asserted.Path : "ruleConfig");
        }

        var controls = asserted.Items.Count;
        var needed = config["type"].Text switch
        {
            "AND" => controls,
            "ATLEAST" => config["threshold"].Number ?? 0,
            _ => 1,
        };
        return controls > 1 && needed >= controls
            ? new Reason(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"safety rule {rule.Name} keeps {needed} of {controls} controls on, so none can be turned off without an override"),
                rule, "ruleConfig")
            : null;
    }
}
