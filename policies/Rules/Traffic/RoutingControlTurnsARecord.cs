using DrInfra.Policies.Aws.RecoveryControl;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Traffic;

public sealed class RoutingControlTurnsARecord : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var unread = estate.OfType(Route53Types.HealthCheck)
            .Any(check =>
                check["type"].Text == "RECOVERY_CONTROL"
                    && estate.References.Follow(check, "routingControlArn", RecoveryControlTypes.RoutingControl).IsUnknown);
        foreach (var control in estate.OfType(RecoveryControlTypes.RoutingControl))
        {
            Node[] checks =
            [
                .. estate.UsersOf(control, Route53Types.HealthCheck, "routingControlArn").Where(check => check["type"].Text == "RECOVERY_CONTROL"),
            ];
            if (checks.Length == 0)
            {
                yield return unread ? Finding.Unknown(control, "name") : Finding.Violation(control, "no health check uses it");
            }
        }

        var unreadRecord = estate.OfType(Route53Types.Record)
            .Any(record => estate.References.Follow(record, "healthCheckId", Route53Types.HealthCheck).IsUnknown);
        foreach (var check in estate.OfType(Route53Types.HealthCheck).Where(check => check["type"].Text == "RECOVERY_CONTROL"))
        {
            if (!check["routingControlArn"].IsStated())
            {
                yield return Finding.Violation(check, "it names no routing control", "routingControlArn");
            }

            var used = estate.UsersOf(check, Route53Types.Record, "healthCheckId").Count > 0
                || estate.UsersOf(check, Route53Types.HealthCheck, "childHealthchecks").Count > 0;
            if (!used)
            {
                yield return unreadRecord
                    ? Finding.Unknown(check, "routingControlArn") : Finding.Violation(check, "no record uses it");
            }
        }
    }
}
