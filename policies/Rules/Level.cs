namespace DrInfra.Policies.Rules;

/// <summary>What a violation does: Pulumi's enforcement levels, in the numbers of its protocol.</summary>
public enum Level
{
    /// <summary>It is shown.</summary>
    Advisory = 0,

    /// <summary>It stops the deployment.</summary>
    Mandatory = 1,

    /// <summary>The rule is not looked at.</summary>
    Disabled = 2,

    /// <summary>The engine corrects the resource before it is deployed; only for rules that can (<see cref="ResourceRule.Remediate"/>).</summary>
    Remediate = 3,
}
