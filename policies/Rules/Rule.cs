using System.Text;

namespace DrInfra.Policies.Rules;

/// <summary>
/// A rule of the pack. The class is the id: <c>BackupScheduleWithinRpo</c> is <c>backup-schedule-within-rpo</c>. Its header is data, of
/// which docs/rules.md, <c>drctl rules</c> and the engine's list of policies are made.
/// </summary>
public abstract class Rule
{
    private string? _id;

    public string Id => _id ??= KebabCase(GetType().Name);

    /// <summary>What must be true, one sentence.</summary>
    public abstract string Description { get; }

    /// <summary>What goes wrong in a disaster when it is not true, one or two sentences.</summary>
    public abstract string Why { get; }

    /// <summary>What to change, as an imperative sentence.</summary>
    public abstract string Fix { get; }

    public abstract Severity Severity { get; }

    /// <summary>
    /// The level where nothing else is configured. Objectives, ownership, destruction of data and encryption are mandatory, the
    /// rest advisory.
    /// </summary>
    public virtual Level Level => Level.Advisory;

    /// <summary>The practices it enforces (B1 to A4; docs/rules.md explains them).</summary>
    public abstract IReadOnlyList<string> Practices { get; }

    /// <summary>Published checks of the same idea: <c>CKV_AWS_28</c>, <c>RDS.7</c>.</summary>
    public virtual IReadOnlyList<string> Also => [];

    /// <summary>Ids that it had, and ids of rules that it took over: recovery.yaml may still name them.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>What an operator can set.</summary>
    public virtual IReadOnlyList<RuleParameter> Parameters => [];

    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
