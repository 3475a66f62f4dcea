namespace DrInfra.Policies.Rules;

/// <summary>How bad it is when a rule is broken, in the words of Pulumi's protocol.</summary>
public enum Severity
{
    Low = 1,
    Medium = 2,
    High = 3,
    Critical = 4,
}
