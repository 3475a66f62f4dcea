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
        "recovery.yaml, and the file of the other stack that it names, can be read.",
        "Correct the file, or name another one in the policy's parameter `file` (a relative path starts in the pack's folder).",
        Severity.Critical,
        Level.Mandatory);

    public static PackPolicy KnownVerdicts { get; } = new(
        "verdicts-are-known",
        "Every rule can be judged before the deployment.",
        "Look at these after the deployment (`drctl check` on its export), or state the properties in the program.",
        Severity.Low,
        Level.Advisory);

    public static PackPolicy PairIsKnown { get; } = new(
        "pair-is-known",
        "Objectives that hang on both stacks of a pair are judged with both.",
        "Write a file of the other stack, while that is selected (`pulumi stack export --file FILE`), and name it in recovery.yaml, by the name of the stack "
            + "that is deployed: `counterparts: { THIS: FILE }`; a relative path starts in the folder of recovery.yaml.",
        Severity.Medium,
        Level.Advisory);

    public static PackPolicy TypesAreRead { get; } = new(
        "types-are-read",
        "Every resource that may hold or serve data is of a type that the pack reads.",
        "Look at these yourself: what they hold is in no figure. `drctl check` lists them all.",
        Severity.Medium,
        Level.Advisory);

    public static IReadOnlyList<PackPolicy> All { get; } = [Settings, KnownVerdicts, PairIsKnown, TypesAreRead];
}
