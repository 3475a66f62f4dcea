using System.Globalization;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>What the header of a rule says, in words.</summary>
internal static class RuleFacts
{
    /// <summary>The area that the rule belongs to: the folder that it is in.</summary>
    public static string Area(Rule rule)
    {
        var space = rule.GetType().Namespace ?? string.Empty;
        return space[(space.LastIndexOf('.') + 1)..];
    }

    public static IReadOnlyList<string> LooksAt(Rule rule) => rule is ResourceRule resourceRule ? resourceRule.AppliesTo : [];

    /// <summary><c>minimumDays: 7 unless set (1 to 365), how long</c>.</summary>
    public static string Text(RuleParameter parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parameter.Default} unless set ({parameter.Minimum} to {parameter.Maximum}): {parameter.Description}");
}
