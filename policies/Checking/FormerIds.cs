using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>Ids in recovery.yaml that rules had once: they still work, and the present id is named.</summary>
internal static class FormerIds
{
    public static IEnumerable<string> Notes(RecoverySettings settings) =>
        from named in settings.Rules.Select(rule => (rule.Id, rule.Line)).Concat(settings.Waivers.Select(waiver => (Id: waiver.Rule, waiver.Line)))
        where RecoveryPolicyPack.Rules.All(rule => rule.Id != named.Id)
        let present = RecoveryPolicyPack.Rules.Where(rule => rule.Aliases.Contains(named.Id)).Select(rule => rule.Id).ToArray()
        where present.Length > 0
        orderby named.Line
        select $"recovery.yaml, line {named.Line}: {named.Id} is now called {string.Join(" and ", present)}";
}
