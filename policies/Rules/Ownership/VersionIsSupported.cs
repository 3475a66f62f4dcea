using System.Globalization;
using DrInfra.Policies.Aws;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class VersionIsSupported : StackRule
{
    private const string Notice = "noticeDays";

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from node in context.Estate.OfTypes(StatedVersion.Types)
        let stated = StatedVersion.Of(node)
        where stated is not null
        let finding = Judge(node, stated, context.AsOf, (int)context.Parameters[Notice])
        where finding is not null
        select finding;

    private static Finding? Judge(Node node, StatedVersion stated, DateOnly today, int notice)
    {
        if (stated is not { Family: { } family, Version: { } version })
        {
            return Finding.Unknown(node, stated.Property.Path);
        }

        if (VersionBook.Find(family, version) is not { } end || end.Ends.DayNumber - today.DayNumber > notice)
        {
            return null;
        }

        var subject = end.RunsOn is { } below ? $"{stated.Property} runs on {below}, whose support" : $"the support of {stated.Property}";
        var ends = end.Ends > today
            ? string.Create(CultureInfo.InvariantCulture, $"{subject} ends on {end.Ends:yyyy-MM-dd}, in {end.Ends.DayNumber - today.DayNumber} days")
                : string.Create(CultureInfo.InvariantCulture, $"{subject} ended on {end.Ends:yyyy-MM-dd}");
        var gone = end.Gone is { } last && last > end.Ends
            ? string.Create(
                CultureInfo.InvariantCulture, $"; {(last > today ? "from" : "since")} {last:yyyy-MM-dd} no new one can be created, or support ends entirely")
            : "";
        return Finding.Violation(node, ends + gone, stated.Property.Path);
    }
}
