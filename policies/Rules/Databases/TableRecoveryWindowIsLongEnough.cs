using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableRecoveryWindowIsLongEnough : ResourceRule
{
    // The service keeps 35 days at most, and where nothing is said.
    private const double Longest = 35;

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that the point-in-time window of a table must reach back.", 7, 1, 35),
    ];

    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var period = node["pointInTimeRecovery"]["recoveryPeriodInDays"];
        if (period.IsUnknown)
        {
            return [Verdict.Unknown(period.Path)];
        }

        var days = period.Number ?? Longest;
        var wanted = parameters["minimumDays"];
        return
        [
            days > Longest ? Verdict.Violation($"the window is {days} days, {Longest} is the most that the service takes", period.Path)
            : days < wanted ? Verdict.Violation($"the window is {days} {(days == 1 ? "day" : "days")}, {wanted} needed", period.Path)
            : Verdict.Compliant,
        ];
    }
}
