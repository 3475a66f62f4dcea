using System.Globalization;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>What the header of a rule says, in words.</summary>
internal static class RuleFacts
{
    public static IReadOnlyList<string> LooksAt(Rule rule) => rule is ResourceRule resourceRule ? resourceRule.AppliesTo : [];

    /// <summary><c>minimumDays: 7 unless set (1 to 365), how long</c>.</summary>
    public static string Text(RuleParameter parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parameter.Default} unless set ({parameter.Minimum} to {parameter.Maximum}): {parameter.Description}");
}
