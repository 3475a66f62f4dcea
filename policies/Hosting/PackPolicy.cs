using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Hosting;

/// <summary>
/// What the pack says of itself rather than of a resource: it stands beside the rules in the engine's list of policies. Its level is its own,
/// or what an entry of its own says; the dial of all rules leaves it alone.
/// </summary>
public sealed record PackPolicy(string Id, string Description, string Fix, Severity Severity, Level Level)
{
    /// <summary>The name of the parameter that names another recovery.yaml.</summary>
    public const string File = "file";

    public static PackPolicy Settings { get; } = new(
        "recovery-settings",
        "recovery.yaml and its counterpart file can be read.",
        "Correct the file, or set the policy's parameter `file` to another one (a relative path starts in the pack's folder).",
        Severity.Critical,
        Level.Mandatory);

    public static PackPolicy KnownVerdicts { get; } = new(
        "verdicts-are-known",
        "Every rule can be judged before the deployment.",
        "Check these after the deployment (`drctl check` on its export), or set the properties in the program.",
        Severity.Low,
        Level.Advisory);

    public static PackPolicy PairIsKnown { get; } = new(
        "pair-is-known",
        "Objectives that depend on both stacks of a pair are judged with both stacks.",
        "Select the other stack, export it (`pulumi stack export --file policies/OTHER.json`), and add `counterparts: { THIS: OTHER.json }` to "
            + "recovery.yaml, with the name of the deployed stack as THIS (docs/recovery.md#counterparts). The report prints the lines to add.",
        Severity.Medium,
        Level.Advisory);

    public static PackPolicy TypesAreRead { get; } = new(
        "types-are-read",
        "Every resource that may hold or serve data has a supported type.",
        "Check these resources yourself, because no figure includes their data. `drctl check` lists them all.",
        Severity.Medium,
        Level.Advisory);

    public static IReadOnlyList<PackPolicy> All { get; } = [Settings, KnownVerdicts, PairIsKnown, TypesAreRead];
}
