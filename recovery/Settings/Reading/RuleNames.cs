using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary>The names of rules that a file may use; takes any name where nobody says which there are.</summary>
internal sealed class RuleNames(IReadOnlyList<RuleName>? known)
{
    private const string Everything = "all";

    private const string AllowedLevel = Everything + ", or an id that `drctl rules` lists";

    private const string AllowedWaiver = "an id that `drctl rules` lists";

    private readonly Dictionary<string, RuleName>? _known = known?.ToDictionary(name => name.Id, StringComparer.Ordinal);

    /// <summary>Refuses an entry of <c>rules</c> for a rule that there is not, and parameters that the rule does not have.</summary>
    public void Check(SettingsReading reading, string path, YamlMember member)
    {
        if (_known is null || member.Key == Everything)
        {
            return;
        }

        if (_known.GetValueOrDefault(member.Key) is not { HasLevel: true } rule)
        {
            var (what, fix) = _known.ContainsKey(member.Key)
                ? ("operations have no level", "accept one operation for a time under waivers")
                : Unknown(member.Key, name => name.HasLevel, "remove the entry");
            reading.Add(path, member.Where, what, member.Key, AllowedLevel, fix);
            return;
        }

        // What is no scalar is refused where parameters are read.
        foreach (var parameter in (member.Value as YamlMap)?.Members.Where(one => one is { Key: not "level", Value: YamlText { IsNothing: false } }) ?? [])
        {
            CheckParameter(reading, $"{path}.{parameter.Key}", rule, parameter);
        }
    }

    /// <summary>Refuses a waiver for a rule that there is not.</summary>
    public void Check(SettingsMap waiver, string key, string id)
    {
        if (_known is null || id.Length == 0 || _known.GetValueOrDefault(id) is { IsWaivable: true })
        {
            return;
        }

        var (what, fix) = _known.ContainsKey(id)
            ? ("this check cannot be waived", "set its level under rules")
            : Unknown(id, name => name.IsWaivable, "remove the waiver");
        waiver.Problem(key, what, AllowedWaiver, fix);
    }

    private (string What, string Fix) Unknown(string id, Func<RuleName, bool> fits, string otherwise)
    {
        var names = _known!.Values.Where(fits).ToLookup(name => name.IsFormer, name => name.Id);
        var nearest = NearestName.Of(id, names[false]) ?? NearestName.Of(id, names[true]);
        return (NearestName.Hint("unknown rule", nearest), nearest is null ? otherwise : $"rename it to {nearest}");
    }

    private static void CheckParameter(SettingsReading reading, string path, RuleName rule, YamlMember parameter)
    {
        if (!rule.Parameters.TryGetValue(parameter.Key, out var bounds))
        {
            var nearest = NearestName.Of(parameter.Key, rule.Parameters.Keys);
            reading.Add(
                path, parameter.Where, NearestName.Hint("unknown parameter", nearest), parameter.Value.Shown,
                rule.Parameters.Count == 0 ? $"level alone: {rule.Id} has no parameters" : string.Join(", ", rule.Parameters.Keys),
                nearest is null ? "remove it" : $"rename it to {nearest}");
        }
        else if (((YamlText)parameter.Value).Number is var number && !(number >= bounds.Minimum && number <= bounds.Maximum))
        {
            reading.Add(
                path, parameter.Value.Where, number is null ? "expected a number" : "out of range", parameter.Value.Shown,
                string.Create(CultureInfo.InvariantCulture, $"a number from {bounds.Minimum} to {bounds.Maximum}"));
        }
    }
}
