using System.Text;

namespace DrInfra.Policies.Rules;

/// <summary>
/// A rule of the pack. The class is the id: <c>BackupScheduleWithinRpo</c> is <c>backup-schedule-within-rpo</c>. What is said of it is in
/// the <c>rules.json</c> of its area; the class is its judgement.
/// </summary>
public abstract class Rule
{
    private string? _id;
    private RuleDescriptor? _about;

    public string Id => _id ??= KebabCase(GetType().Name);

    /// <summary>The folder of the rule, and the heading that lists put it under.</summary>
    public string Area => Described.Area;

    public string Description => Described.What;

    public string Why => Described.Why;

    public string Fix => Described.Fix;

    public Severity Severity => Described.Severity;

    public Level Level => Described.Level;

    public IReadOnlyList<string> Practices => Described.Practices;

    public IReadOnlyList<string> Also => Described.Published;

    public IReadOnlyList<string> Aliases => Described.Aliases;

    /// <summary>What an operator can set.</summary>
    public IReadOnlyList<RuleParameter> Parameters => Described.Parameters;

    /// <summary>The descriptor in the area's <c>rules.json</c>.</summary>
    protected virtual RuleDescriptor About => RuleDescriptors.Of(Id);

    private RuleDescriptor Described => _about ??= About;

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
