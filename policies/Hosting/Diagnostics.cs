using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Hosting;

/// <summary>What people read in the engine's output.</summary>
internal static class Diagnostics
{
    private const int MostLines = 6;
    private const int MostNamed = 3;

    /// <summary>Where a rule is explained.</summary>
    public static string Link(string id) => $"docs/rules.md#{id}";

    /// <summary>The verdict with its figures, why it matters, what to change, where to read on.</summary>
    public static AnalyzeDiagnostic Of(Violation violation)
    {
        var verdict = Lines(violation.Message).Take(MostLines - 3);
        var diagnostic = Of(violation.Rule.Id, violation.Rule.Description, violation.Rule.Severity, violation.Enforcement,
            [.. verdict, violation.Why, violation.Fix, Link(violation.Rule.Id)]);
        diagnostic.Urn = violation.Urn;
        return diagnostic;
    }

    /// <summary>One for all rules that could not be judged.</summary>
    public static AnalyzeDiagnostic Of(IReadOnlyList<UnknownVerdict> unknown, Level level)
    {
        var policy = PackPolicy.KnownVerdicts;
        List<string> lines = [$"{unknown.Count} {(unknown.Count == 1 ? "verdict is" : "verdicts are")} unknown before the deployment"];
        lines.AddRange(unknown.Take(MostNamed).Select(verdict => $"{verdict.Rule.Id}: {Place(verdict.Urn)}{verdict.Property}"));
        if (unknown.Count > MostNamed)
        {
            lines.Add($"and {unknown.Count - MostNamed} more");
        }

        return Of(policy.Id, policy.Description, policy.Severity, level, [.. lines, policy.Fix]);
    }

    /// <summary>Objectives that only the other stack's graph can tell, with the lines to paste.</summary>
    /// <param name="objectives">How many.</param>
    /// <param name="stack">The deployed stack.</param>
    /// <param name="file">The recovery.yaml that the lines belong into.</param>
    /// <param name="level">How strict the policy is.</param>
    public static AnalyzeDiagnostic OfPair(int objectives, string stack, SettingsFile file, Level level)
    {
        var policy = PackPolicy.PairIsKnown;
        var verdict = objectives == 1 ? "1 objective depends on the other stack of the pair" : $"{objectives} objectives depend on the other stack of the pair";
        var name = $"counterpart-of-{stack}.json";
        string[] heading = file.Settings.Counterparts.Count == 0 ? ["counterparts:"] : [];
        return Of(policy.Id, policy.Description, policy.Severity, level,
        [
            $"{verdict}, which this run does not include",
            $"Export it (`pulumi stack export --stack OTHER --file {Path.Combine(file.Folder, name)}`, with its name as OTHER), and add to {file.Path}"
                + (heading.Length == 0 ? " under counterparts:" : ":"),
            .. heading,
            $"  {stack}: {name}",
        ]);
    }

    /// <summary>One for all resources that nobody here reads.</summary>
    public static AnalyzeDiagnostic Of(IReadOnlyList<NotJudged> unread, Level level)
    {
        var policy = PackPolicy.TypesAreRead;
        var resources = unread.Sum(type => type.Urns.Count);
        List<string> lines = [$"{resources} {(resources == 1 ? "resource is" : "resources are")} not judged"];
        lines.AddRange(unread.Take(MostNamed).Select(type => $"{type.Type} ({type.Urns.Count}): {type.Why}"));
        if (unread.Count > MostNamed)
        {
            lines.Add($"and {unread.Count - MostNamed} more types");
        }

        return Of(policy.Id, policy.Description, policy.Severity, level, [.. lines, policy.Fix]);
    }

    /// <summary>recovery.yaml or a file that it names cannot be read.</summary>
    public static AnalyzeDiagnostic Of(string problem, Level level)
    {
        var policy = PackPolicy.Settings;
        return Of(policy.Id, policy.Description, policy.Severity, level, [.. Lines(problem).Take(MostLines - 1), policy.Fix]);
    }

    private static AnalyzeDiagnostic Of(string id, string description, Severity severity, Level level, IEnumerable<string> lines) => new()
    {
        PolicyName = id,
        PolicyPackName = RecoveryPolicyPack.Name,
        PolicyPackVersion = RecoveryPolicyPack.Version,
        Description = description,
        Message = string.Join('\n', lines),
        EnforcementLevel = (EnforcementLevel)level,
        Severity = (PolicySeverity)severity,
    };

    private static string[] Lines(string text) => text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string Place(string urn) => ResourceUrn.TryParse(urn, out var parts) ? $"{parts.Type} {parts.Name}, " : "";
}
